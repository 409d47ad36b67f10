package io.parler.polly.ssml;

import io.parler.polly.text.Prosody;
import io.parler.polly.text.Script;
import io.parler.polly.text.ScriptBuilder;
import io.parler.polly.text.Utf8Offsets;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.Language;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Parses SSML. The JDK's XML parser checks that it is well-formed. Then the text is scanned again,
/// because speech marks need byte offsets and no XML parser reports them.
public final class SsmlParser {
    private static final Pattern NAME = Pattern.compile("[^\\s/>]+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]+|#\\d+|\\w+);");

    private final String text;
    private final int[] bytes;
    private final boolean standardEngine;
    private final ScriptBuilder script;
    private final Deque<OpenElement> open = new ArrayDeque<>();

    /// The text of the open `say-as` or `phoneme` element.
    private final StringBuilder replacedText = new StringBuilder();

    /// An open element, and what applies to its content.
    private record OpenElement(
            String name,
            Prosody prosody,
            @Nullable String role,
            @Nullable String language,
            @Nullable String alias,
            @Nullable String ipa,
            int contentStart) {
        boolean replacesItsText() {
            return name.equals("say-as") || ipa != null;
        }
    }

    private SsmlParser(String text, Language language, Engine engine) {
        this.text = text;
        script = new ScriptBuilder(language);
        bytes = Utf8Offsets.offsets(text);
        standardEngine = engine == Engine.STANDARD;
    }

    /// Parses a document.
    ///
    /// @param language of text without a `lang` tag
    public static Script parse(String text, Language language, Engine engine)
            throws InvalidSsmlException {
        checkWellFormed(text);
        return new SsmlParser(text, language, engine).scan();
    }

    private static void checkWellFormed(String text) throws InvalidSsmlException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser()
                    .parse(new InputSource(new StringReader(text)), new DefaultHandler());
        } catch (SAXException e) {
            throw new InvalidSsmlException();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK has no XML parser", e);
        }
    }

    private Script scan() throws InvalidSsmlException {
        for (int i = 0; i < text.length(); ) {
            if (text.startsWith("<!--", i)) {
                i = text.indexOf("-->", i) + 3;
            } else if (text.startsWith("<?", i)) {
                i = text.indexOf("?>", i) + 2;
            } else if (text.startsWith("<![CDATA[", i)) {
                int end = text.indexOf("]]>", i);
                for (int k = i + 9; k < end; k += Character.charCount(text.codePointAt(k))) {
                    int codePoint = text.codePointAt(k);
                    character(codePoint, k, k + Character.charCount(codePoint));
                }
                i = end + 3;
            } else if (text.startsWith("</", i)) {
                end(i);
                i = text.indexOf('>', i) + 1;
            } else if (text.charAt(i) == '<') {
                i = start(i);
            } else if (text.charAt(i) == '&') {
                int end = text.indexOf(';', i) + 1;
                character(entity(text.substring(i, end)), i, end);
                i = end;
            } else {
                int codePoint = text.codePointAt(i);
                int end = i + Character.charCount(codePoint);
                character(codePoint, i, end);
                i = end;
            }
        }
        return script.build();
    }

    private void character(int codePoint, int from, int to) {
        if (open.isEmpty()) {
            return;
        }
        if (open.stream().anyMatch(element -> element.alias() != null)) {
            script.addBilledCharacters(1);
        } else if (open.stream().anyMatch(OpenElement::replacesItsText)) {
            script.addBilledCharacters(1);
            replacedText.appendCodePoint(codePoint);
        } else {
            // A line break counts as a space here; only tags make paragraphs.
            script.character(codePoint == '\n' ? ' ' : codePoint, bytes[from], bytes[to]);
        }
    }

    private static int entity(String reference) throws InvalidSsmlException {
        Matcher m = ENTITY.matcher(reference);
        if (!m.matches()) {
            throw new InvalidSsmlException();
        }
        String name = m.group(1);
        if (name.startsWith("#x")) {
            return Integer.parseInt(name.substring(2), 16);
        }
        if (name.startsWith("#")) {
            return Integer.parseInt(name.substring(1));
        }
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw new InvalidSsmlException();
        };
    }

    /// Returns the index after the tag.
    private int start(int from) throws InvalidSsmlException {
        int end = tagEnd(from);
        boolean empty = text.charAt(end - 2) == '/';
        String tag = text.substring(from + 1, end - (empty ? 2 : 1));
        Matcher named = NAME.matcher(tag);
        if (!named.lookingAt()) {
            throw new InvalidSsmlException();
        }
        String name = named.group();
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher m = ATTRIBUTE.matcher(tag.substring(named.end()));
        while (m.find()) {
            attributes.put(m.group(1), unescaped(m.group(2) == null ? m.group(3) : m.group(2)));
        }
        begin(name, attributes, from, end);
        if (empty) {
            end(end);
        }
        return end;
    }

    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; ; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
    }

    private static String unescaped(String value) throws InvalidSsmlException {
        StringBuilder result = new StringBuilder();
        Matcher m = ENTITY.matcher(value);
        int from = 0;
        while (m.find()) {
            result.append(value, from, m.start()).appendCodePoint(entity(m.group()));
            from = m.end();
        }
        return result.append(value.substring(from)).toString();
    }

    private void begin(String name, Map<String, String> attributes, int from, int contentStart)
            throws InvalidSsmlException {
        Prosody prosody = open.isEmpty() ? Prosody.NORMAL : open.peek().prosody();
        String role = open.isEmpty() ? null : open.peek().role();
        String language = open.isEmpty() ? null : open.peek().language();
        String alias = null;
        String ipa = null;
        if (open.isEmpty() != name.equals("speak")) {
            throw new InvalidSsmlException();
        }
        switch (name) {
            case "speak" -> {}
            case "lang" -> language = SsmlAttributes.required(attributes, "xml:lang");
            case "p" -> {
                forbidInside("p", "s");
                script.paragraph();
            }
            case "s" -> {
                forbidInside("s");
                script.sentence();
            }
            case "break" -> script.pause(SsmlAttributes.pause(attributes));
            case "mark" ->
                    script.mark(
                            SsmlAttributes.required(attributes, "name"),
                            bytes[from],
                            bytes[contentStart]);
            case "say-as" -> {
                forbidInside("say-as", "phoneme");
                SsmlAttributes.checkSpelling(SsmlAttributes.required(attributes, "interpret-as"));
                replacedText.setLength(0);
            }
            case "phoneme" -> {
                forbidInside("say-as", "phoneme");
                ipa = SsmlAttributes.ipa(attributes);
                replacedText.setLength(0);
            }
            case "sub" -> alias = SsmlAttributes.required(attributes, "alias");
            case "w" ->
                    role = SsmlAttributes.partOfSpeech(SsmlAttributes.required(attributes, "role"));
            case "prosody" -> {
                if (attributes.containsKey("pitch")) {
                    requireStandardEngine();
                }
                prosody = prosody.nest(SsmlAttributes.prosody(attributes));
            }
            case "emphasis" -> {
                requireStandardEngine();
                prosody = prosody.nest(SsmlAttributes.emphasis(attributes));
            }
            default -> throw new InvalidSsmlException("Unsupported SSML tag: " + name);
        }
        open.push(new OpenElement(name, prosody, role, language, alias, ipa, contentStart));
        script.prosody(prosody);
        script.role(role);
        script.language(language);
    }

    private void end(int at) {
        OpenElement element = open.pop();
        if (element.alias() != null) {
            script.alias(element.alias(), bytes[element.contentStart()], bytes[at]);
        }
        if (element.ipa() != null && !replacedText.toString().isBlank()) {
            String word = replacedText.toString().strip();
            script.pronounced(word, element.ipa(), bytes[element.contentStart()], bytes[at]);
        }
        switch (element.name()) {
            case "say-as" ->
                    script.alias(
                            SsmlAttributes.spelled(replacedText),
                            bytes[element.contentStart()],
                            bytes[at]);
            case "p" -> script.paragraph();
            case "s" -> script.sentence();
            default -> {}
        }
        script.prosody(open.isEmpty() ? Prosody.NORMAL : open.peek().prosody());
        script.role(open.isEmpty() ? null : open.peek().role());
        script.language(open.isEmpty() ? null : open.peek().language());
    }

    private void forbidInside(String... names) throws InvalidSsmlException {
        for (String name : names) {
            if (isOpen(name)) {
                throw new InvalidSsmlException();
            }
        }
    }

    private boolean isOpen(String name) {
        return open.stream().anyMatch(element -> element.name().equals(name));
    }

    private void requireStandardEngine() throws InvalidSsmlException {
        if (!standardEngine) {
            throw new InvalidSsmlException("Unsupported Neural feature");
        }
    }
}
