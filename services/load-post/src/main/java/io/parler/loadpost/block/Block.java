package io.parler.loadpost.block;

import io.parler.loadpost.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One block of an article: what it is, its text, and whether it is read aloud.
///
/// @param id changes only with kind and text
/// @param spans parts of the text that are spoken differently, in order, without overlap
/// @param reason why it is not read in full; empty if it is
/// @param beside whether it is outside the article: in a box beside or within it
public record Block(
        String id,
        Content content,
        String text,
        List<Span> spans,
        Spoken spoken,
        Optional<String> reason,
        boolean beside) {
    public Block {
        int last = 0;
        for (Span span : spans) {
            if (span.start() < last || span.end() > text.length()) {
                throw new IllegalArgumentException("spans must be in order and within the text");
            }
            last = span.end();
        }
        if ((spoken == Spoken.READ) == reason.isPresent()) {
            throw new IllegalArgumentException("a block has a reason exactly if it is not read");
        }
    }

    /// This block, skipped. A block that is already skipped keeps its reason.
    Block skip(String why) {
        return spoken == Spoken.SKIPPED
                ? this
                : new Block(id, content, text, spans, Spoken.SKIPPED, Optional.of(why), beside);
    }

    /// This block with only the matching spans.
    public Block withSpans(Predicate<Span> kept) {
        return spans.stream().allMatch(kept)
                ? this
                : new Block(
                        id,
                        content,
                        text,
                        spans.stream().filter(kept).toList(),
                        spoken,
                        reason,
                        beside);
    }

    /// How a voice treats a block by default.
    public enum Spoken {
        READ,
        ANNOUNCED,
        SKIPPED
    }

    /// The kind of a block, with the fields of that kind.
    public sealed interface Content {
        /// A heading, at level 1 to 6.
        record Heading(int level) implements Content {}

        record Paragraph() implements Content {}

        record Quote() implements Content {}

        /// An item of a list.
        ///
        /// @param index from 1, as counted on the page
        /// @param depth 1 in the outermost list
        /// @param letter what the page shows instead of the number; empty if it is the number
        record ListItem(boolean ordered, int index, int depth, Optional<String> letter)
                implements Content {
            public ListItem(boolean ordered, int index, int depth) {
                this(ordered, index, depth, Optional.empty());
            }
        }

        /// Program text.
        ///
        /// @param language as the page names it, or empty
        record Code(String language) implements Content {}

        record Table(List<List<String>> rows) implements Content {}

        /// A picture.
        ///
        /// @param alt empty if the page has none
        /// @param caption empty if the page has none
        record Image(String alt, String caption, String url) implements Content {}

        record Caption() implements Content {}

        record Footnote() implements Content {}

        /// Mathematics on a line of its own.
        record Formula() implements Content {}

        /// A video, a form or the like.
        record Embed(String url) implements Content {}
    }
}
