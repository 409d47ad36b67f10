package io.parler.frontend.podcast;

import io.parler.frontend.Audio;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.hash.Sha256;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import java.time.Instant;
import java.util.Optional;

/// A post in a show, with the audio of its newest conversion.
///
/// @param postId the same for all conversions of a post
/// @param guid never changes, whatever happens to the post or its audio
/// @param firstAt when the post was converted first
/// @param byHand chosen one by one, so it stays whatever the show's blog is
/// @param excluded taken out by hand, so new conversions don't bring it back
/// @param version counts the writes
public record Episode(
        PodcastId podcastId,
        String postId,
        String guid,
        ConversionId conversionId,
        int attempt,
        String title,
        Optional<String> link,
        Instant firstAt,
        Audio audio,
        CompletedDetails details,
        boolean byHand,
        boolean excluded,
        long version) {
    private static final int POST_ID_LENGTH = 32;

    static Episode of(PodcastId podcast, Completed conversion) {
        String post = postName(conversion);
        return new Episode(
                podcast,
                Sha256.hex(post).substring(0, POST_ID_LENGTH),
                NameUuid.ofPost(post).toString(),
                conversion.id(),
                conversion.attempt(),
                conversion.title(),
                conversion.sourceUrl(),
                conversion.id().createdAt(),
                conversion.audio(),
                conversion.details(),
                false,
                false,
                1);
    }

    /// A pasted text is a post of its own.
    private static String postName(Completed conversion) {
        return conversion
                .sourceUrl()
                .flatMap(PostAddress::withFragment)
                .map(address -> "https://" + address)
                .orElseGet(() -> "urn:uuid:" + conversion.id());
    }

    /// The date of the post, or of its first audio.
    public Instant publishedAt() {
        return details.published().orElse(firstAt);
    }

    public boolean isOf(ConversionId conversion) {
        return conversionId.equals(conversion);
    }

    /// This episode after another conversion of its post: the audio of the newer one, the dates of
    /// the first.
    Episode after(Episode other) {
        boolean isNewer = isNewerThan(other);
        Episode newer = isNewer ? this : other;
        Instant first = firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt;
        CompletedDetails now = newer.details;
        CompletedDetails before = isNewer ? other.details : details;
        return new Episode(
                podcastId,
                postId,
                guid,
                newer.conversionId,
                newer.attempt,
                newer.title,
                newer.link,
                first,
                newer.audio,
                now.orPublished(before.published()),
                byHand,
                excluded,
                version);
    }

    private boolean isNewerThan(Episode other) {
        int order = conversionId.toString().compareTo(other.conversionId.toString());
        return order > 0 || (order == 0 && attempt > other.attempt);
    }

    /// This audio in the place of a stored episode: how it was chosen, and its first date, stay.
    Episode in(Episode stored) {
        return new Episode(
                podcastId,
                postId,
                stored.guid,
                conversionId,
                attempt,
                title,
                link,
                firstAt.isBefore(stored.firstAt) ? firstAt : stored.firstAt,
                audio,
                details,
                stored.byHand,
                stored.excluded,
                stored.version + 1);
    }

    Episode chosen() {
        return with(true, false, version);
    }

    Episode takenOut() {
        return with(byHand, true, version);
    }

    Episode next() {
        return with(byHand, excluded, version + 1);
    }

    /// With the title of its conversion, which its chapters may repeat.
    Episode titledAs(Completed conversion) {
        return new Episode(
                podcastId,
                postId,
                guid,
                conversionId,
                attempt,
                conversion.title(),
                link,
                firstAt,
                audio,
                conversion.details().orPublished(details.published()),
                byHand,
                excluded,
                version);
    }

    private Episode with(boolean byHand, boolean excluded, long version) {
        return new Episode(
                podcastId,
                postId,
                guid,
                conversionId,
                attempt,
                title,
                link,
                firstAt,
                audio,
                details,
                byHand,
                excluded,
                version);
    }
}
