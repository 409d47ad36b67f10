package io.parler.loadpost.feed;

import io.parler.loadpost.Dates;
import io.parler.loadpost.fetch.UnreadableAddress;
import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What one format's reader found of a post; empty text where it found nothing.
///
/// @param published any of the dates, as written
/// @param summary may be HTML
/// @param content may be HTML
record RawPost(
        String id,
        String link,
        String title,
        String author,
        String published,
        String summary,
        String content,
        String image,
        String language) {
    private static final int MAX_SUMMARY = 300;

    Post post(WebAddress base) {
        var url = absolute(base, link).orElseGet(() -> id.matches("https?://\\S+") ? id : "");
        var full = content.isBlank() ? summary : content;
        var plain = HtmlText.of(summary.isBlank() ? content : summary);
        var plainTitle = HtmlText.of(title);
        return new Post(
                id(url, plainTitle),
                url,
                plainTitle.isEmpty() ? HtmlText.start(plain, 80) : plainTitle,
                nonBlank(HtmlText.of(author)),
                date(),
                nonBlank(HtmlText.start(plain, MAX_SUMMARY)),
                absolute(base, image).or(() -> HtmlText.firstImage(full, base)),
                nonBlank(language),
                content.isBlank() && !HtmlText.isWholePost(summary)
                        ? Optional.empty()
                        : Optional.of(full));
    }

    private String id(String url, String plainTitle) {
        if (!id.isBlank() && !id.equals(link)) {
            return id.strip();
        }
        return url.isEmpty() ? hash(plainTitle + "\n" + published + "\n" + summary) : url;
    }

    private Optional<Instant> date() {
        return published.isBlank() ? Optional.empty() : Dates.parse(published);
    }

    static Optional<String> absolute(WebAddress base, String reference) {
        if (reference.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.resolve(reference).toString());
        } catch (UnreadableAddress e) {
            return Optional.empty();
        }
    }

    static Optional<String> nonBlank(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static String hash(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
