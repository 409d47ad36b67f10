package io.parler.loadpost.text;

import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Builds running text from a tree: white space is collapsed as in a browser, invisible characters
/// are removed, line breaks are kept. Spans are recorded character by character, and so stay
/// correct whatever is collapsed around them.
public final class InlineTextBuilder {
    private final StringBuilder out = new StringBuilder();
    private final List<Range> foreign = new ArrayList<>();
    private final List<Range> code = new ArrayList<>();
    private final List<Range> formulas = new ArrayList<>();
    private Space space = Space.NONE;
    private boolean markLeftOut;
    private int characters;
    private int linked;

    /// Pending white space, which is written only when text follows. A line end between two
    /// Chinese or Japanese characters is no space.
    private enum Space {
        NONE,
        SOFT,
        LINE_END,
        HARD
    }

    /// The style of a piece of text.
    ///
    /// @param language as the page marks it within the article
    public record Style(boolean link, boolean code, Optional<String> language) {
        public static final Style PLAIN = new Style(false, false, Optional.empty());
    }

    /// The finished text.
    ///
    /// @param links the share of the text that is in links
    public record Text(String text, List<Span> spans, double links) {
        /// Whether the text is a single formula, apart from its number or punctuation.
        public boolean isFormula() {
            return spans.size() == 1
                    && spans.getFirst() instanceof Span.Formula(int start, int end)
                    && start == 0
                    && text.substring(end).strip().matches("[.,;:]?|\\([0-9.]{1,6}\\)");
        }
    }

    private static final class Range {
        private final String language;
        private final int start;
        private int end;

        Range(int start, int end, String language) {
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
                addSpace(c);
            } else {
                if (afterFormula()) {
                    part(c);
                }
                writeSpace(c);
                write(c, style);
            }
        }
    }

    /// Adds a formula as a whole.
    public void formula(String text, Style style) {
        String formula = text.strip().replaceAll("\\s+", " ");
        if (!formula.isEmpty()) {
            part(formula.charAt(0));
            writeSpace(formula.charAt(0));
            formulas.add(new Range(out.length(), out.length() + formula.length(), ""));
            formula.chars().forEach(c -> write((char) c, style));
        }
    }

    /// The end of the text so far.
    public String end(int characters) {
        return space == Space.NONE ? out.substring(Math.max(0, out.length() - characters)) : "";
    }

    public void lineBreak() {
        space = Space.NONE;
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    /// A footnote mark is omitted here. A space before it is omitted too, if punctuation
    /// follows.
    public void omitMark() {
        markLeftOut = true;
    }

    private boolean afterFormula() {
        return !formulas.isEmpty() && formulas.getLast().end == out.length();
    }

    /// Separates a formula from the word beside it, whatever the page does about the space.
    private void part(char next) {
        if (space == Space.NONE
                && !out.isEmpty()
                && Character.isLetterOrDigit(next)
                && Character.isLetterOrDigit(out.charAt(out.length() - 1))) {
            space = Space.SOFT;
        }
    }

    private void addSpace(char c) {
        Space met =
                switch (c) {
                    case '\n', '\r' -> Space.LINE_END;
                    case '\u00a0', '\u3000' -> Space.HARD;
                    default -> Space.SOFT;
                };
        space = met.compareTo(space) > 0 ? met : space;
    }

    private void writeSpace(char next) {
        int length = out.length();
        boolean none =
                space == Space.NONE
                        || length == 0
                        || out.charAt(length - 1) == '\n'
                        || (markLeftOut && CharacterTypes.isClosingPunctuation(next))
                        || (space == Space.LINE_END
                                && CharacterTypes.isCjk(next)
                                && CharacterTypes.isCjk(out.charAt(length - 1)));
        if (!none) {
            out.append(' ');
        }
        space = Space.NONE;
        markLeftOut = false;
    }

    private void write(char c, Style style) {
        int at = out.length();
        out.append(c);
        characters++;
        linked += style.link() ? 1 : 0;
        style.language().ifPresent(language -> extend(foreign, at, language));
        if (style.code()) {
            extend(code, at, "");
        }
    }

    private void extend(List<Range> ranges, int at, String language) {
        if (!ranges.isEmpty()) {
            Range last = ranges.getLast();
            if (last.language.equals(language) && isBlank(last.end, at)) {
                last.end = at + 1;
                return;
            }
        }
        ranges.add(new Range(at, at + 1, language));
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

    /// Returns the text and resets the builder.
    public Text build() {
        String text = out.toString().stripTrailing();
        var taken = new Text(text, spans(text), characters == 0 ? 0 : (double) linked / characters);
        out.setLength(0);
        foreign.clear();
        code.clear();
        formulas.clear();
        space = Space.NONE;
        markLeftOut = false;
        characters = 0;
        linked = 0;
        return taken;
    }

    private List<Span> spans(String text) {
        for (TexScanner.Found found : TexScanner.in(text)) {
            if (isFree(found, code) && isFree(found, formulas)) {
                formulas.add(new Range(found.start(), found.end(), ""));
            }
        }
        if (foreign.isEmpty() && formulas.isEmpty()) {
            return List.of();
        }
        formulas.sort(Comparator.comparingInt(range -> range.start));
        var spans = new ArrayList<Span>();
        formulas.forEach(formula -> spans.add(new Span.Formula(formula.start, formula.end)));
        int next = 0;
        for (Range passage : foreign) {
            while (next < formulas.size() && formulas.get(next).end <= passage.start) {
                next++;
            }
            splitAround(passage, next, text, spans);
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(spans);
    }

    /// A formula splits the foreign passage around it.
    private void splitAround(Range passage, int first, String text, List<Span> spans) {
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

    private static boolean isFree(TexScanner.Found found, List<Range> taken) {
        return taken.stream()
                .noneMatch(other -> other.start < found.end() && found.start() < other.end);
    }
}
