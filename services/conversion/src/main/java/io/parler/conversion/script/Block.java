package io.parler.conversion.script;

import java.util.Optional;

/// A piece of an article and what the voice shall do with it.
public record Block(
        String id, Kind kind, String text, Treatment treatment, Optional<String> reason) {

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

        record Table(int rows, int columns) implements Kind {}

        record Image(String alt, String caption) implements Kind {}

        record Caption() implements Kind {}

        record Embed() implements Kind {}

        /// As the article's JSON and ours name it: `listItem`.
        default String wireName() {
            String name = getClass().getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    public static Block paragraph(String id, String text) {
        return new Block(id, new Kind.Paragraph(), text, Treatment.READ, Optional.empty());
    }
}
