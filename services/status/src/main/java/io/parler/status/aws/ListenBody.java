package io.parler.status.aws;

import io.parler.id.AccountId;
import io.parler.post.PostAddress;
import io.parler.status.Audiobook;
import io.parler.status.listen.PublishedAudio;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of `GET /v1/listen`; addresses are absolute.
record ListenBody(
        String id,
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        String language,
        double seconds,
        Instant madeAt,
        Audio audio,
        Transcript transcript,
        @Nullable String chaptersUrl,
        Links links) {

    record Audio(String url, String mediaType, long bytes) {}

    record Transcript(@Nullable String vttUrl, @Nullable String jsonUrl) {}

    record Links(String self, String player, String page, String conversion) {}

    static ListenBody of(
            PublishedAudio published, AccountId account, PostAddress post, String publicOrigin) {
        Audiobook audiobook = published.audiobook();
        Audiobook.Audio audio = audiobook.audio();
        return new ListenBody(
                published.id().toString(),
                audiobook.title(),
                audiobook.author(),
                audiobook.sourceUrl(),
                audiobook.language(),
                audio.seconds(),
                published.made(),
                new Audio(publicOrigin + "/" + audio.key(), audio.mediaType(), audio.bytes()),
                new Transcript(
                        address(publicOrigin, audiobook.vttKey()),
                        address(publicOrigin, audiobook.jsonKey())),
                address(publicOrigin, audiobook.chaptersKey()),
                new Links(
                        publicOrigin + "/v1/listen" + query(account, post),
                        player(publicOrigin, account, post),
                        page(publicOrigin, published),
                        publicOrigin + "/v1/conversions/" + published.id()));
    }

    /// The address at which the post's newest player always is.
    static String player(String publicOrigin, AccountId account, PostAddress post) {
        return publicOrigin + "/listen" + query(account, post);
    }

    /// The page of one conversion, to send around.
    static String page(String publicOrigin, PublishedAudio audio) {
        return publicOrigin + "/listen/" + audio.id() + "/" + audio.slug();
    }

    private static String query(AccountId account, PostAddress post) {
        String url = "?url=" + URLEncoder.encode(post.url(), StandardCharsets.UTF_8);
        return account.equals(AccountId.OWNER) ? url : url + "&account=" + account;
    }

    private static @Nullable String address(String publicOrigin, @Nullable String key) {
        return key == null ? null : publicOrigin + "/" + key;
    }
}
