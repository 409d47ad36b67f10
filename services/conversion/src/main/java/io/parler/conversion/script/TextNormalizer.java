package io.parler.conversion.script;

import static io.parler.request.ContentKind.EMOJI;
import static io.parler.request.ContentKind.FORMULAS;
import static io.parler.request.ContentKind.URLS;

import io.parler.conversion.article.Block;
import io.parler.request.Policy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prepares text for a voice: one line without invisible characters, with web addresses, emoji and
/// formulas treated as the options say.
final class TextNormalizer {
    /// An address begins a word. Not `\b`: before a mark it searches the whole text for its letter.
    private static final Pattern URL =
            Pattern.compile(
                    "(?<![\\w\\p{M}])(?:https?://|www\\.)([^\\s/?#<>\"')\\]]+)[^\\s<>\"']*");
    private static final Pattern SPECIAL =
            Pattern.compile("(?<url>" + URL + ")|(?<emoji>" + Emoji.PATTERN + ")");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\ufffd&&[^\\s\\u200c\\u200d]]");
    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");

    /// A longer formula within a sentence is hard to follow by ear.
    private static final int MAX_SIMPLE_FORMULA = 40;

    private final ScriptOptions options;
    private final Announcements announcements;

    TextNormalizer(ScriptOptions options, Announcements announcements) {
        this.options = options;
        this.announcements = announcements;
    }

    /// Whether the text has a letter or a digit.
    static boolean isSpeakable(String text) {
        return SPEAKABLE.matcher(text).find();
    }

    LineBuilder line(String text) {
        return line(text, List.of());
    }

    LineBuilder line(Block block) {
        return line(block.text(), block.inlines());
    }

    private LineBuilder line(String text, List<Block.Inline> inlines) {
        LineBuilder line = new LineBuilder();
        add(line, text, inlines);
        return line;
    }

    /// Names the emoji of a cell that has no other text, whatever the options say: a ✅ is the
    /// value of that cell.
    String cell(String text) {
        if (!announcements.isEnglish() || isSpeakable(line(text).words().text())) {
            return text;
        }
        return Emoji.PATTERN.matcher(text).replaceAll(emoji -> Emoji.nameOf(emoji.group()));
    }

    /// Adds a text. `inlines` must be in order and must not overlap.
    void add(LineBuilder line, String text, List<Block.Inline> inlines) {
        int from = 0;
        for (Block.Inline inline : inlines) {
            add(line, text.substring(from, inline.start()), Optional.empty());
            String part = text.substring(inline.start(), inline.end());
            switch (inline) {
                case Block.Inline.Foreign foreign ->
                        add(line, part, Optional.of(foreign.language()));
                case Block.Inline.Formula _ -> formula(line, part);
            }
            from = inline.end();
        }
        add(line, text.substring(from), Optional.empty());
    }

    private void add(LineBuilder line, String text, Optional<String> language) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        Matcher special = SPECIAL.matcher(visible);
        int from = 0;
        while (special.find()) {
            append(line, visible.substring(from, special.start()), language);
            if (special.group("emoji") != null) {
                emoji(line, special.group());
            } else {
                url(line, special.group());
            }
            from = special.end();
        }
        append(line, visible.substring(from), language);
    }

    private static void append(LineBuilder line, String text, Optional<String> language) {
        language.ifPresentOrElse(tag -> line.appendForeign(tag, text), () -> line.append(text));
    }

    private void emoji(LineBuilder line, String emoji) {
        Policy policy = options.policy(EMOJI);
        if (policy == Policy.SKIP || !announcements.isEnglish()) {
            line.skip();
        } else {
            String name = Emoji.nameOf(emoji);
            line.append(" ")
                    .append(policy == Policy.READ ? name : name + " emoji")
                    .append(" ")
                    .skip();
        }
    }

    private void url(LineBuilder line, String url) {
        int end = endOfUrl(url);
        switch (options.policy(URLS)) {
            case READ -> line.append(url);
            case ANNOUNCE -> line.append(host(url)).append(url.substring(end));
            case SKIP -> line.skip().append(url.substring(end));
        }
    }

    private static String host(String url) {
        Matcher parts = URL.matcher(url);
        String host = parts.matches() ? parts.group(1) : url;
        return host.substring(0, endOfUrl(host));
    }

    /// Punctuation after an address belongs to the sentence, not to the address.
    private static int endOfUrl(String text) {
        int end = text.length();
        while (end > 0 && ".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private void formula(LineBuilder line, String formula) {
        String visible = INVISIBLE.matcher(formula).replaceAll("");
        boolean simple =
                !TexFormula.hasCommands(visible) && visible.strip().length() <= MAX_SIMPLE_FORMULA;
        Policy policy = options.policy(FORMULAS);
        if (policy == Policy.SKIP) {
            line.skip();
        } else if (policy == Policy.READ || simple) {
            line.append(
                    TexFormula.isTex(visible)
                            ? TexFormula.toWords(visible, announcements.isEnglish())
                            : visible);
        } else {
            announcements.inlineFormula().ifPresentOrElse(line::append, line::skip);
        }
    }
}
