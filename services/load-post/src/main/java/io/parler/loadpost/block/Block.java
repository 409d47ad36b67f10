package io.parler.loadpost.block;

import io.parler.loadpost.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One piece of an article, in reading order: what it is, its text, and whether a voice reads it.
///
/// @param id stable as long as kind and text are
/// @param spans parts of the text that are said differently, in order, none over another
/// @param reason why it is not read in full; empty where it is
public record Block(
        String id,
        Content content,
        String text,
        List<Span> spans,
        Spoken spoken,
        Optional<String> reason) {
    public Block {
        int last = 0;
        for (var span : spans) {
            if (span.start() < last || span.end() > text.length()) {
                throw new IllegalArgumentException("spans stand in order, within the text");
            }
            last = span.end();
        }
        if ((spoken == Spoken.READ) == reason.isPresent()) {
            throw new IllegalArgumentException(
                    "a reason is given exactly where a block is not read");
        }
    }

    /// This block, not spoken; one that already is not keeps its own reason.
    Block silenced(String why) {
        return spoken == Spoken.SKIPPED
                ? this
                : new Block(id, content, text, spans, Spoken.SKIPPED, Optional.of(why));
    }

    /// This block with only these of its spans.
    public Block withSpans(Predicate<Span> kept) {
        return spans.stream().allMatch(kept)
                ? this
                : new Block(
                        id, content, text, spans.stream().filter(kept).toList(), spoken, reason);
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

        record Footnote() implements Content {}

        /// Mathematics on a line of its own.
        record Formula() implements Content {}

        /// A video, a form or the like; the address is of what is shown there, or empty.
        record Embed(String url) implements Content {}
    }
}
