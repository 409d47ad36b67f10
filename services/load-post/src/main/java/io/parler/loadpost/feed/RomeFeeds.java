package io.parler.loadpost.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.parler.loadpost.fetch.WebAddress;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// RSS and Atom as they should be, read by ROME.
final class RomeFeeds {
    Optional<Feed> read(String xml, WebAddress address) {
        try {
            var feed = new SyndFeedInput().build(new StringReader(xml));
            return Optional.of(feed(feed, FeedText.language(xml), address));
        } catch (FeedException | RuntimeException e) {
            return Optional
                    .empty(); // ROME throws both for feeds it can't read: the tolerant reader is
            // next
        }
    }

    private static Feed feed(SyndFeed feed, String rootLanguage, WebAddress address) {
        var image = feed.getImage() == null ? feed.getIcon() : feed.getImage();
        return new Feed(
                HtmlText.of(text(feed.getTitle())),
                RawPost.nonBlank(HtmlText.of(text(feed.getDescription()))),
                RawPost.absolute(address, siteLink(feed)),
                address.toString(),
                RawPost.nonBlank(text(feed.getLanguage())).or(() -> RawPost.nonBlank(rootLanguage)),
                image == null ? Optional.empty() : RawPost.absolute(address, text(image.getUrl())),
                feed.getEntries().stream().map(entry -> post(entry).post(address)).toList());
    }

    /// Of several links the one that is not the feed itself.
    private static String siteLink(SyndFeed feed) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
                .map(link -> text(link.getHref()))
                .findFirst()
                .orElseGet(() -> text(feed.getLink()));
    }

    private static RawPost post(SyndEntry entry) {
        var published =
                entry.getPublishedDate() == null
                        ? entry.getUpdatedDate()
                        : entry.getPublishedDate();
        var image =
                entry.getEnclosures().stream()
                        .filter(e -> text(e.getType()).startsWith("image/"))
                        .map(e -> text(e.getUrl()))
                        .findFirst();
        return new RawPost(
                text(entry.getUri()),
                text(entry.getLink()),
                markup(entry.getTitleEx(), entry.getTitle()),
                author(entry),
                published == null ? "" : published.toInstant().toString(),
                entry.getDescription() == null ? "" : text(entry.getDescription().getValue()),
                content(entry.getContents()),
                image.orElse(""),
                "");
    }

    private static String author(SyndEntry entry) {
        var names =
                entry.getAuthors().stream()
                        .map(SyndPerson::getName)
                        .filter(Objects::nonNull)
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? text(entry.getAuthor()) : names;
    }

    /// A plain-text title may hold signs that HTML would take for markup.
    private static String markup(@Nullable SyndContent title, @Nullable String plain) {
        if (title == null || !"text".equals(title.getType())) {
            return text(plain);
        }
        return text(title.getValue()).replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String content(List<SyndContent> contents) {
        return contents.stream()
                .map(content -> text(content.getValue()))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
