package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.Conversion;
import io.parler.status.LongPoll;
import io.parler.status.State;
import io.parler.status.listen.ListenPage;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PublishedAudio;
import io.parler.status.player.PlayerPage;
import io.parler.status.player.PlayerPages;
import java.util.Optional;

/// The newest audio of a post by the post's address, as data and as a player to embed, and the page
/// of one conversion.
final class ListenEndpoint {
    /// A player on a page plays a newer conversion of its post after this time.
    static final String CACHE_CONTROL = "public, max-age=60";

    private final NewestAudio newest;
    private final LongPoll conversions;
    private final PlayerPages players;
    private final String publicOrigin;
    private final ListenPage pages;

    ListenEndpoint(
            NewestAudio newest, LongPoll conversions, PlayerPages players, String publicOrigin) {
        this.newest = newest;
        this.conversions = conversions;
        this.players = players;
        this.publicOrigin = publicOrigin;
        this.pages = new ListenPage(publicOrigin, Json::string);
    }

    /// `GET /v1/listen`.
    Response json(Request request) {
        AccountId account = account(request);
        PostAddress post =
                newest.post(account, request.requiredQuery("url"))
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemType.URL_INVALID,
                                                "The query parameter 'url' is not the address of"
                                                        + " a web page."));
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
                                .flatMap(url -> newest.post(account(request), url))
                                .flatMap(post -> newest.of(account(request), post))
                                .flatMap(audio -> conversions.get(audio.id())),
                        PlayerResponse.look(request));
        return cached(PlayerResponse.of(page), request);
    }

    /// `GET /listen/{id}/{slug}`: the page of one conversion. With another slug, or none, it sends
    /// to the right one.
    Response page(Request request, Optional<String> slug) {
        Optional<Conversion> conversion =
                ConversionId.parse(request.path("id")).flatMap(conversions::get);
        Optional<PublishedAudio> audio = conversion.flatMap(PublishedAudio::of);
        if (audio.isEmpty()) {
            boolean deleted =
                    conversion.filter(c -> c.state() instanceof State.Deleted).isPresent();
            return html(Response.html(deleted ? 410 : 404, pages.none(deleted)), request);
        }
        String right = audio.get().slug();
        return slug.filter(right::equals).isPresent()
                ? html(Response.html(200, pages.of(audio.get())), request)
                : Response.empty(301)
                        .header("Location", ListenBody.page(publicOrigin, audio.get()))
                        .header("Cache-Control", CACHE_CONTROL);
    }

    private static Response html(Response page, Request request) {
        return cached(
                page.header("Content-Security-Policy", ListenPage.CONTENT_SECURITY_POLICY)
                        .header("Referrer-Policy", "strict-origin-when-cross-origin")
                        .header("X-Content-Type-Options", "nosniff"),
                request);
    }

    /// The account that the caller names, or the owner's: a listener has no key.
    static AccountId account(Request request) {
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
        if (response.status() != 200 || !request.has(etag)) {
            return response.header("ETag", etag.value()).header("Cache-Control", CACHE_CONTROL);
        }
        return Response.empty(304)
                .header("ETag", etag.value())
                .header("Cache-Control", CACHE_CONTROL);
    }
}
