package io.parler.loadpost.feed;

import org.jsoup.parser.Parser;

/// A text as a feed holds it: plain, or HTML.
public sealed interface FeedText {
    static FeedText none() {
        return new Plain("");
    }

    /// What the feed holds, no sign changed.
    String value();

    record Plain(String value) implements FeedText {
        @Override
        public String plain() {
            return HtmlText.spaced(text());
        }

        @Override
        public String html() {
            return text().replace("&", "&amp;").replace("<", "&lt;");
        }

        /// `&amp;` in plain text was escaped twice by mistake far more often than it is meant.
        private String text() {
            return Parser.unescapeEntities(value, true);
        }
    }

    record Html(String value) implements FeedText {
        @Override
        public String plain() {
            return HtmlText.of(value);
        }

        @Override
        public String html() {
            return value;
        }
    }

    /// On one line, without markup.
    String plain();

    String html();

    default boolean isBlank() {
        return value().isBlank();
    }
}
