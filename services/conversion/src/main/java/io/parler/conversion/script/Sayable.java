package io.parler.conversion.script;

import static io.parler.conversion.script.Options.Matter.EMOJI;
import static io.parler.conversion.script.Options.Matter.FORMULAS;
import static io.parler.conversion.script.Options.Matter.URLS;

import io.parler.conversion.article.Block;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings texts into the shape a voice should get: one line, nothing invisible, and of web
/// addresses, emoji and formulas what the options ask for.
final class Sayable {
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(?:https?://|www\\.)([^\\s/?#<>\"')\\]]+)[^\\s<>\"']*");
    private static final Pattern SPECIAL =
            Pattern.compile("(?<address>" + ADDRESS + ")|(?<emoji>" + Emoji.PATTERN + ")");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\s\\u200c\\u200d]]");
    private static final Pattern SAID = Pattern.compile("[\\p{L}\\p{N}]");

    /// Longer than this, a formula in a line is hard to follow by ear.
    private static final int SHORT_FORMULA = 40;

    private final Options options;
    private final Announcements announcements;

    Sayable(Options options, Announcements announcements) {
        this.options = options;
        this.announcements = announcements;
    }

    /// Without a letter or a digit there is nothing to say.
    static boolean isSaid(String text) {
        return SAID.matcher(text).find();
    }

    Line line(String text) {
        return line(text, List.of());
    }

    Line line(Block block) {
        return line(block.text(), block.inlines());
    }

    private Line line(String text, List<Block.Inline> inlines) {
        Line line = new Line();
        add(line, text, inlines);
        return line;
    }

    /// A cell that holds nothing but an emoji means it: ✅ is said whatever becomes of others.
    String cell(String text) {
        if (!announcements.isEnglish() || isSaid(line(text).words().text())) {
            return text;
        }
        return Emoji.PATTERN.matcher(text).replaceAll(emoji -> Emoji.named(emoji.group()));
    }

    /// Adds a text; `inlines` are in order and don't overlap.
    void add(Line line, String text, List<Block.Inline> inlines) {
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

    private void add(Line line, String text, Optional<String> language) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        Matcher special = SPECIAL.matcher(visible);
        int from = 0;
        while (special.find()) {
            say(line, visible.substring(from, special.start()), language);
            if (special.group("emoji") != null) {
                emoji(line, special.group());
            } else {
                address(line, special.group());
            }
            from = special.end();
        }
        say(line, visible.substring(from), language);
    }

    private static void say(Line line, String text, Optional<String> language) {
        language.ifPresentOrElse(tag -> line.foreign(tag, text), () -> line.say(text));
    }

    private void emoji(Line line, String emoji) {
        Policy policy = options.policy(EMOJI);
        if (policy == Policy.SKIP || !announcements.isEnglish()) {
            line.leaveOut();
        } else {
            String name = Emoji.named(emoji);
            line.say(" ").say(policy == Policy.READ ? name : name + " emoji").say(" ").leaveOut();
        }
    }

    private void address(Line line, String address) {
        int end = endOfAddress(address);
        switch (options.policy(URLS)) {
            case READ -> line.say(address);
            case ANNOUNCE -> line.say(host(address)).say(address.substring(end));
            case SKIP -> line.leaveOut().say(address.substring(end));
        }
    }

    private static String host(String address) {
        Matcher parts = ADDRESS.matcher(address);
        String host = parts.matches() ? parts.group(1) : address;
        return host.substring(0, endOfAddress(host));
    }

    /// The full stop behind an address at the end of a sentence is the sentence's.
    private static int endOfAddress(String text) {
        int end = text.length();
        while (end > 0 && ".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private void formula(Line line, String formula) {
        String visible = INVISIBLE.matcher(formula).replaceAll("");
        boolean simple = !Tex.hasCommands(visible) && visible.strip().length() <= SHORT_FORMULA;
        Policy policy = options.policy(FORMULAS);
        if (policy == Policy.SKIP) {
            line.leaveOut();
        } else if (policy == Policy.READ || simple) {
            line.say(
                    Tex.isTex(visible) ? Tex.inWords(visible, announcements.isEnglish()) : visible);
        } else {
            announcements.formulaInALine().ifPresentOrElse(line::say, line::leaveOut);
        }
    }
}
