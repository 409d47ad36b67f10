package io.parler.polly;

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

/// Reads SSML. The JDK's parser says whether it is well-formed; then the text is walked once more,
/// for no XML parser tells where in the input, in bytes, a character stood.
final class Ssml {
    private static final Pattern NAME = Pattern.compile("[^\\s/>]+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s=]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]+|#\\d+|\\w+);");

    private final String text;
    private final int[] bytes;
    private final boolean standard;
    private final ScriptBuilder script;
    private final Deque<Open> open = new ArrayDeque<>();

    /// What is to be said in letters or in sounds, while its tag is open.
    private final StringBuilder letters = new StringBuilder();

    /// An element that has begun, with what holds inside it.
    private record Open(
            String name,
            Manner manner,
            @Nullable String role,
            @Nullable String language,
            @Nullable String alias,
            @Nullable String ipa,
            int inside) {
        boolean isSaidDifferently() {
            return name.equals("say-as") || ipa != null;
        }
    }

    private Ssml(String text, Language own, Engine engine) {
        this.text = text;
        script = new ScriptBuilder(own);
        bytes = Utf8.offsets(text);
        standard = engine == Engine.STANDARD;
    }

    /// @param own the language of what isn't tagged as of another
    static Script read(String text, Language own, Engine engine) throws PollyException {
        wellFormed(text);
        return new Ssml(text, own, engine).walk();
    }

    private static void wellFormed(String text) throws PollyException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser()
                    .parse(new InputSource(new StringReader(text)), new DefaultHandler());
        } catch (SAXException e) {
            throw PollyException.invalidSsml();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK has no XML parser", e);
        }
    }

    private Script walk() throws PollyException {
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
            script.bill(1);
        } else if (open.stream().anyMatch(Open::isSaidDifferently)) {
            script.bill(1);
            letters.appendCodePoint(codePoint);
        } else {
            // A line's end is a space here; only tags make paragraphs.
            script.character(codePoint == '\n' ? ' ' : codePoint, bytes[from], bytes[to]);
        }
    }

    private static int entity(String reference) throws PollyException {
        Matcher m = ENTITY.matcher(reference);
        if (!m.matches()) {
            throw PollyException.invalidSsml();
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
            default -> throw PollyException.invalidSsml();
        };
    }

    /// Returns where the text goes on after the tag.
    private int start(int from) throws PollyException {
        int end = tagEnd(from);
        boolean empty = text.charAt(end - 2) == '/';
        String tag = text.substring(from + 1, end - (empty ? 2 : 1));
        Matcher named = NAME.matcher(tag);
        if (!named.lookingAt()) {
            throw PollyException.invalidSsml();
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

    private static String unescaped(String value) throws PollyException {
        StringBuilder result = new StringBuilder();
        Matcher m = ENTITY.matcher(value);
        int from = 0;
        while (m.find()) {
            result.append(value, from, m.start()).appendCodePoint(entity(m.group()));
            from = m.end();
        }
        return result.append(value.substring(from)).toString();
    }

    private void begin(String name, Map<String, String> attributes, int from, int inside)
            throws PollyException {
        Manner manner = open.isEmpty() ? Manner.PLAIN : open.peek().manner();
        String role = open.isEmpty() ? null : open.peek().role();
        String language = open.isEmpty() ? null : open.peek().language();
        String alias = null;
        String ipa = null;
        if (open.isEmpty() != name.equals("speak")) {
            throw PollyException.invalidSsml();
        }
        switch (name) {
            case "speak" -> {}
            case "lang" -> language = SsmlValues.required(attributes, "xml:lang");
            case "p" -> {
                notInside("p", "s");
                script.paragraph();
            }
            case "s" -> {
                notInside("s");
                script.sentence();
            }
            case "break" -> script.pause(SsmlValues.pause(attributes));
            case "mark" ->
                    script.mark(
                            SsmlValues.required(attributes, "name"), bytes[from], bytes[inside]);
            case "say-as" -> {
                notInside("say-as", "phoneme");
                SsmlValues.letters(SsmlValues.required(attributes, "interpret-as"));
                letters.setLength(0);
            }
            case "phoneme" -> {
                notInside("say-as", "phoneme");
                ipa = SsmlValues.ipa(attributes);
                letters.setLength(0);
            }
            case "sub" -> alias = SsmlValues.required(attributes, "alias");
            case "w" -> role = SsmlValues.role(SsmlValues.required(attributes, "role"));
            case "prosody" -> {
                if (attributes.containsKey("pitch")) {
                    onlyStandard();
                }
                manner = manner.and(SsmlValues.prosody(attributes));
            }
            case "emphasis" -> {
                onlyStandard();
                manner = manner.and(SsmlValues.emphasis(attributes));
            }
            default -> throw PollyException.invalidSsml("Unsupported SSML tag: " + name);
        }
        open.push(new Open(name, manner, role, language, alias, ipa, inside));
        script.manner(manner);
        script.role(role);
        script.language(language);
    }

    private void end(int at) {
        Open element = open.pop();
        if (element.alias() != null) {
            script.alias(element.alias(), bytes[element.inside()], bytes[at]);
        }
        if (element.ipa() != null && !letters.toString().isBlank()) {
            String word = letters.toString().strip();
            script.sounds(word, element.ipa(), bytes[element.inside()], bytes[at]);
        }
        switch (element.name()) {
            case "say-as" ->
                    script.alias(SsmlValues.spelled(letters), bytes[element.inside()], bytes[at]);
            case "p" -> script.paragraph();
            case "s" -> script.sentence();
            default -> {}
        }
        script.manner(open.isEmpty() ? Manner.PLAIN : open.peek().manner());
        script.role(open.isEmpty() ? null : open.peek().role());
        script.language(open.isEmpty() ? null : open.peek().language());
    }

    private void notInside(String... names) throws PollyException {
        for (String name : names) {
            if (isOpen(name)) {
                throw PollyException.invalidSsml();
            }
        }
    }

    private boolean isOpen(String name) {
        return open.stream().anyMatch(element -> element.name().equals(name));
    }

    private void onlyStandard() throws PollyException {
        if (!standard) {
            throw PollyException.invalidSsml("Unsupported Neural feature");
        }
    }
}
