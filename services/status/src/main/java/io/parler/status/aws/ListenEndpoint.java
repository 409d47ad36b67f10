package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.LongPoll;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PostAddress;
import io.parler.status.listen.PublishedAudio;
import io.parler.status.player.PlayerPage;
import io.parler.status.player.PlayerPages;
import java.util.Optional;

/// The newest audio of a post by the post's address: as data, and as a player to embed.
final class ListenEndpoint {
    /// A player on a page plays a newer conversion of its post after this time.
    private static final String CACHE_CONTROL = "public, max-age=60";

    private final NewestAudio newest;
    private final LongPoll conversions;
    private final PlayerPages players;
    private final String publicOrigin;

    ListenEndpoint(
            NewestAudio newest, LongPoll conversions, PlayerPages players, String publicOrigin) {
        this.newest = newest;
        this.conversions = conversions;
        this.players = players;
        this.publicOrigin = publicOrigin;
    }

    /// `GET /v1/listen`.
    Response json(Request request) {
        PostAddress post =
                PostAddress.of(request.requiredQuery("url"))
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemType.URL_INVALID,
                                                "The query parameter 'url' is not the address of"
                                                        + " a web page."));
        AccountId account = account(request);
        Optional<PublishedAudio> audio = newest.of(account, post);
        return audio.isEmpty()
                ? Response.of(noAudio(post), request).header("Cache-Control", CACHE_CONTROL)
                : cached(
                        Response.json(200, ListenBody.of(audio.get(), account, post, publicOrigin)),
                        request);
    }

    /// `GET /listen`: the page of the newest conversion's player, or one that says there is none.
    Response player(Request request) {
        PlayerPage page =
                players.of(
                        request.query("url")
                                .flatMap(PostAddress::of)
                                .flatMap(post -> newest.of(account(request), post))
                                .flatMap(audio -> conversions.get(audio.id())),
                        PlayerResponse.look(request));
        return cached(PlayerResponse.of(page), request);
    }

    /// The account that the caller names, or the owner's: a listener has no key.
    private static AccountId account(Request request) {
        try {
            return request.query("account").map(AccountId::of).orElse(AccountId.OWNER);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "The query parameter 'account' is not the name of an account.");
        }
    }

    private static Problem noAudio(PostAddress post) {
        return Problem.of(
                ProblemType.NO_AUDIO, "No completed conversion is of " + post.url() + ".");
    }

    private static Response cached(Response response, Request request) {
        ETag etag = ETag.of(response.body());
        Response current =
                response.status() == 200 && request.has(etag) ? Response.empty(304) : response;
        return current.header("ETag", etag.value()).header("Cache-Control", CACHE_CONTROL);
    }
}
