package io.parler.loadpost.feed;

import org.jsoup.parser.Parser;

/// A text of a feed: plain text or HTML.
public sealed interface FeedText {
    static FeedText none() {
        return new Plain("");
    }

    /// The text as it is in the feed.
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

        /// In plain text, `&amp;` nearly always was escaped twice by mistake.
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

    /// The text on one line, without markup.
    String plain();

    String html();

    default boolean isBlank() {
        return value().isBlank();
    }
}
