package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A post as the parser of one format returns it; a text is empty if it is absent.
record RawPost(
        String id,
        Optional<String> link,
        FeedText title,
        Authors author,
        Optional<Instant> published,
        Optional<Instant> updated,
        FeedText summary,
        FeedText content,
        Optional<String> image,
        Optional<String> language,
        List<Enclosure> enclosures) {
    private static final int MAX_SUMMARY = 300;
    private static final int MAX_TITLE = 80;

    /// @param base the base of relative links in the text, if the post has no address of its
    ///     own
    Post post(WebAddress base) {
        String url = link.orElse("");
        FeedText full = content.isBlank() ? summary : content;
        FeedText start = summary.isBlank() ? content : summary;
        String plain = start.plain();
        String plainTitle = TitleText.plain(title);
        return new Post(
                id(url, plainTitle),
                url,
                plainTitle.isEmpty() ? HtmlText.start(plain, MAX_TITLE) : plainTitle,
                nonBlank(author.names()),
                published.or(() -> updated),
                updated,
                nonBlank(HtmlText.start(plain, MAX_SUMMARY)),
                picture(link.flatMap(l -> UrlResolver.read(base, l)).orElse(base), full),
                language,
                content.isBlank() && !HtmlText.isWholePost(summary)
                        ? Optional.empty()
                        : Optional.of(full.html()),
                enclosures,
                new RawTexts(title, start, content, author.withAddresses()));
    }

    private Optional<String> picture(WebAddress base, FeedText full) {
        return Stream.of(
                        image,
                        enclosures.stream()
                                .filter(Enclosure::isImage)
                                .map(Enclosure::url)
                                .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> HtmlText.firstImage(full, base));
    }

    private String id(String url, String plainTitle) {
        if (!id.isBlank()) {
            return id.strip();
        }
        return url.isEmpty()
                ? hash(
                        plainTitle
                                + "\n"
                                + published.map(Instant::toString).orElse("")
                                + "\n"
                                + summary.value())
                : url;
    }

    static Optional<String> nonBlank(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
