package io.parler.conversion.article;

import java.util.List;
import java.util.Optional;

/// A part of an article, such as a paragraph or a table, and how it is treated by default.
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

    /// Whether a block is read, announced or skipped.
    public enum Treatment {
        READ,
        ANNOUNCED,
        SKIPPED
    }

    /// The kind of a block, with its own data.
    public sealed interface Kind {
        record Heading(int level) implements Kind {}

        record Paragraph() implements Kind {}

        record Quote() implements Kind {}

        /// An item of a list.
        ///
        /// @param letter what the page shows instead of the number
        record ListItem(boolean ordered, int index, int depth, Optional<String> letter)
                implements Kind {
            public ListItem(boolean ordered, int index, int depth) {
                this(ordered, index, depth, Optional.empty());
            }

            /// The number or letter before the item; empty if it has none.
            public String mark() {
                return ordered ? letter.orElseGet(() -> Integer.toString(index)) + ". " : "";
            }
        }

        record Code(Optional<String> language) implements Kind {}

        /// The first row is the header.
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

        /// Its name in JSON, such as `listItem`.
        default String wireName() {
            String name = getClass().getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    /// A part of the text that is spoken differently. The offsets count UTF-16 units; the end is
    /// exclusive.
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
