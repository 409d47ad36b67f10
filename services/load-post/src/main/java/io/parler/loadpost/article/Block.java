package io.parler.loadpost.article;

import java.util.List;
import java.util.Optional;

/// One piece of an article, in reading order: what it is, its text, and whether a voice reads it.
///
/// @param id stable as long as kind and text are
/// @param reason why it is not read in full; empty where it is
public record Block(
        String id, Content content, String text, Spoken spoken, Optional<String> reason) {
    public Block {
        if ((spoken == Spoken.READ) == reason.isPresent()) {
            throw new IllegalArgumentException(
                    "a reason is given exactly where a block is not read");
        }
    }

    /// This block, not spoken; one that already is not keeps its own reason.
    Block silenced(String why) {
        return spoken == Spoken.SKIPPED
                ? this
                : new Block(id, content, text, Spoken.SKIPPED, Optional.of(why));
    }

    /// How a voice treats a block by default.
    public enum Spoken {
        READ,
        ANNOUNCED,
        SKIPPED
    }

    /// What kind of block it is, with what only that kind has.
    public sealed interface Content {
        /// A heading, at level 1 to 6.
        record Heading(int level) implements Content {}

        record Paragraph() implements Content {}

        record Quote() implements Content {}

        /// An item of a list.
        ///
        /// @param index from 1, as counted on the page
        /// @param depth 1 in the outermost list
        record ListItem(boolean ordered, int index, int depth) implements Content {}

        /// Program text.
        ///
        /// @param language as the page names it, empty where it does not
        record Code(String language) implements Content {}

        record Table(List<List<String>> rows) implements Content {}

        /// A picture.
        ///
        /// @param alt empty where the page has none
        /// @param caption empty where the page has none
        record Image(String alt, String caption, String url) implements Content {}

        record Caption() implements Content {}

        /// A video, a form or the like; the address is of what is shown there, or empty.
        record Embed(String url) implements Content {}
    }
}
