package io.parler.conversion.article;

import java.util.List;
import java.util.Optional;

/// A piece of an article and what the voice shall do with it where nobody asks for anything else.
public record Block(
        String id,
        Kind kind,
        String text,
        Treatment treatment,
        Optional<String> reason,
        List<Inline> inlines) {
    public Block {
        inlines = List.copyOf(inlines);
    }

    public Block(String id, Kind kind, String text, Treatment treatment, Optional<String> reason) {
        this(id, kind, text, treatment, reason, List.of());
    }

    /// What the voice does with a block.
    public enum Treatment {
        READ,
        ANNOUNCED,
        SKIPPED
    }

    /// What a block is, with what only that kind has.
    public sealed interface Kind {
        record Heading(int level) implements Kind {}

        record Paragraph() implements Kind {}

        record Quote() implements Kind {}

        record ListItem(boolean ordered, int index, int depth) implements Kind {}

        record Code(Optional<String> language) implements Kind {}

        /// The first row is the header's.
        record Table(List<List<String>> rows) implements Kind {
            public Table {
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        record Image(String alt, String caption) implements Kind {}

        record Caption() implements Kind {}

        record Embed() implements Kind {}

        record Footnote() implements Kind {}

        record Formula() implements Kind {}

        /// As the article's JSON and ours name it: `listItem`.
        default String wireName() {
            String name = getClass().getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    /// A part of the text that is said differently, from one UTF-16 unit up to another.
    public sealed interface Inline {
        int start();

        int end();

        record Foreign(int start, int end, String language) implements Inline {}

        record Formula(int start, int end) implements Inline {}
    }

    public static Block paragraph(String id, String text) {
        return new Block(id, new Kind.Paragraph(), text, Treatment.READ, Optional.empty());
    }
}
