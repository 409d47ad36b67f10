package io.parler.loadpost.text;

import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Running text as it is gathered from a tree: white space collapsed as a browser shows it, signs
/// that only steer hyphenation taken out, line breaks kept. What is said differently is noted
/// sign by sign as it is written down, and so stays where it is whatever is collapsed around it.
public final class InlineTextBuilder {
    private final StringBuilder out = new StringBuilder();
    private final List<Stretch> foreign = new ArrayList<>();
    private final List<Stretch> code = new ArrayList<>();
    private final List<Stretch> formulas = new ArrayList<>();
    private Space space = Space.NONE;
    private boolean markLeftOut;
    private int signs;
    private int linked;

    /// White space that was met and is written only where something follows it. A line's end
    /// between two Chinese or Japanese signs is none.
    private enum Space {
        NONE,
        SOFT,
        LINE_END,
        HARD
    }

    /// How a piece of text stands on the page.
    ///
    /// @param language as the page marks it, where it does within the article
    public record Style(boolean link, boolean code, Optional<String> language) {
        public static final Style PLAIN = new Style(false, false, Optional.empty());
    }

    /// The gathered text.
    ///
    /// @param links the share of it that stands in links
    public record Taken(String text, List<Span> spans, double links) {
        /// Whether it is one formula and nothing else, save its number or a stop.
        public boolean isFormula() {
            return spans.size() == 1
                    && spans.getFirst() instanceof Span.Formula(int start, int end)
                    && start == 0
                    && text.substring(end).strip().matches("[.,;:]?|\\([0-9.]{1,6}\\)");
        }
    }

    private static final class Stretch {
        private final String language;
        private final int start;
        private int end;

        Stretch(int start, int end, String language) {
            this.start = start;
            this.end = end;
            this.language = language;
        }
    }

    public void append(String text, Style style) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CharacterTypes.isInvisible(c)) {
                continue;
            }
            if (PlainText.isSpace(c)) {
                meet(c);
            } else {
                if (afterFormula()) {
                    part(c);
                }
                settle(c);
                write(c, style);
            }
        }
    }

    /// Adds a formula, as one whole.
    public void formula(String text, Style style) {
        var formula = text.strip().replaceAll("\\s+", " ");
        if (!formula.isEmpty()) {
            part(formula.charAt(0));
            settle(formula.charAt(0));
            formulas.add(new Stretch(out.length(), out.length() + formula.length(), ""));
            formula.chars().forEach(c -> write((char) c, style));
        }
    }

    public void lineBreak() {
        space = Space.NONE;
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    /// A mark stood here and is left out: before a stop, so is the space before it.
    public void leftOut() {
        markLeftOut = true;
    }

    private boolean afterFormula() {
        return !formulas.isEmpty() && formulas.getLast().end == out.length();
    }

    /// A formula never runs into the word beside it, whatever its drawing made of the space.
    private void part(char next) {
        if (space == Space.NONE
                && !out.isEmpty()
                && Character.isLetterOrDigit(next)
                && Character.isLetterOrDigit(out.charAt(out.length() - 1))) {
            space = Space.SOFT;
        }
    }

    private void meet(char c) {
        var met =
                switch (c) {
                    case '\n', '\r' -> Space.LINE_END;
                    case '\u00a0', '\u3000' -> Space.HARD;
                    default -> Space.SOFT;
                };
        space = met.compareTo(space) > 0 ? met : space;
    }

    private void settle(char next) {
        int length = out.length();
        boolean none =
                space == Space.NONE
                        || length == 0
                        || out.charAt(length - 1) == '\n'
                        || (markLeftOut && CharacterTypes.isStop(next))
                        || (space == Space.LINE_END
                                && CharacterTypes.isWide(next)
                                && CharacterTypes.isWide(out.charAt(length - 1)));
        if (!none) {
            out.append(' ');
        }
        space = Space.NONE;
        markLeftOut = false;
    }

    private void write(char c, Style style) {
        int at = out.length();
        out.append(c);
        signs++;
        linked += style.link() ? 1 : 0;
        style.language().ifPresent(language -> extend(foreign, at, language));
        if (style.code()) {
            extend(code, at, "");
        }
    }

    private void extend(List<Stretch> stretches, int at, String language) {
        if (!stretches.isEmpty()) {
            var last = stretches.getLast();
            if (last.language.equals(language) && isBlank(last.end, at)) {
                last.end = at + 1;
                return;
            }
        }
        stretches.add(new Stretch(at, at + 1, language));
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (out.charAt(i) != ' ' && out.charAt(i) != '\n') {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return out.isEmpty();
    }

    /// Gives the text and starts anew.
    public Taken take() {
        var text = out.toString().stripTrailing();
        var taken = new Taken(text, spans(text), signs == 0 ? 0 : (double) linked / signs);
        out.setLength(0);
        foreign.clear();
        code.clear();
        formulas.clear();
        space = Space.NONE;
        markLeftOut = false;
        signs = 0;
        linked = 0;
        return taken;
    }

    private List<Span> spans(String text) {
        for (var found : TexScanner.in(text)) {
            if (isFree(found, code) && isFree(found, formulas)) {
                formulas.add(new Stretch(found.start(), found.end(), ""));
            }
        }
        if (foreign.isEmpty() && formulas.isEmpty()) {
            return List.of();
        }
        formulas.sort(Comparator.comparingInt(stretch -> stretch.start));
        var spans = new ArrayList<Span>();
        formulas.forEach(formula -> spans.add(new Span.Formula(formula.start, formula.end)));
        int next = 0;
        for (var passage : foreign) {
            while (next < formulas.size() && formulas.get(next).end <= passage.start) {
                next++;
            }
            splitAround(passage, next, text, spans);
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }

    /// A formula within a foreign passage parts it.
    private void splitAround(Stretch passage, int first, String text, List<Span> spans) {
        int from = passage.start;
        for (int i = first; i < formulas.size() && formulas.get(i).start < passage.end; i++) {
            addForeign(from, formulas.get(i).start, passage.language, text, spans);
            from = formulas.get(i).end;
        }
        addForeign(from, passage.end, passage.language, text, spans);
    }

    private static void addForeign(
            int from, int to, String language, String text, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && PlainText.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && PlainText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            spans.add(new Span.Foreign(start, end, language));
        }
    }

    private static boolean isFree(TexScanner.Found found, List<Stretch> taken) {
        return taken.stream()
                .noneMatch(other -> other.start < found.end() && found.start() < other.end);
    }
}
