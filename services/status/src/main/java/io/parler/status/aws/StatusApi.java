package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.EventPublisher;
import io.parler.hash.ETag;
import io.parler.http.Caller;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.Json;
import io.parler.http.PrimingRequest;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.ConversionId;
import io.parler.id.Scope;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import io.parler.status.AudioUrls;
import io.parler.status.Conversion;
import io.parler.status.ConversionDeleter;
import io.parler.status.ConversionRenamer;
import io.parler.status.ConversionStore;
import io.parler.status.LongPoll;
import io.parler.status.State;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PostAudioIndex;
import io.parler.status.player.PlayerLook;
import io.parler.status.player.PlayerPage;
import io.parler.status.player.PlayerPages;
import io.parler.status.player.PlaylistPage;
import io.parler.status.plays.PlayCounter;
import io.parler.status.plays.PlayStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `GET /v1/conversions/{id}`, the player that other sites embed, and the audio of a post by its
/// address.
public final class StatusApi implements HttpFunction, Primed {
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final ConversionStore store;
    private final LongPoll conversions;
    private final ConversionDeleter deleter;
    private final AudioUrls urls;
    private final PlayerPages pages;
    private final ListenEndpoint listen;
    private final PlaysEndpoint plays;
    private final PlaylistEndpoint playlists;
    private final RenameEndpoint rename;
    private final PlayerFiles files = PlayerFiles.read();
    private final OEmbedEndpoint oEmbed;
    private final StaticFile embedScript = StaticFile.of("/listen/embed.js", "text/javascript");
    private final StaticFile listenScript = StaticFile.of("/listen/listen.js", "text/javascript");
    private final StaticFile listenStyle = StaticFile.of("/listen/listen.css", "text/css");
    private final StaticFile listenPageScript =
            StaticFile.of("/listen/listen-page.js", "text/javascript");
    private final HttpApi api =
            HttpApi.of(
                    Route.optional("GET /v1/conversions/{id}", this::conversion),
                    Route.needs(Scope.CONVERT, "PATCH /v1/conversions/{id}", this::rename),
                    Route.needs(Scope.CONVERT, "DELETE /v1/conversions/{id}", this::delete),
                    Route.open("GET /v1/conversions/{id}/player", this::player),
                    Route.optional("GET /v1/conversions/{id}/player/private", this::privatePlayer),
                    Route.open("POST /v1/conversions/{id}/plays", this::reportPlay),
                    Route.needs(Scope.READ, "GET /v1/plays", this::playFigures),
                    Route.open("GET /player", this::playlist),
                    Route.open("GET /player/{version}/{file}", request -> files.response(request)),
                    Route.open("GET /v1/listen", this::newestAudio),
                    Route.open("GET /listen", this::newestPlayer),
                    Route.open("GET /listen/{id}", this::listenPage),
                    Route.open("GET /listen/{id}/{slug}", this::listenPageWithSlug),
                    Route.open("GET /oembed", this::oEmbed),
                    Route.open("GET /embed.js", request -> embedScript.response(request)),
                    Route.open("GET /listen.js", request -> listenScript.response(request)),
                    Route.open("GET /listen.css", request -> listenStyle.response(request)),
                    Route.open(
                            "GET /listen-page.js", request -> listenPageScript.response(request)));

    /// The function's environment variables.
    record Settings(
            Region region,
            String conversionsTable,
            String postAudioTable,
            String playsTable,
            String eventsTopicArn,
            URI publicOrigin,
            String signingKeyParameter,
            String signingKeyId) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("CONVERSIONS_TABLE"),
                    environment.text("POST_AUDIO_TABLE"),
                    environment.text("PLAYS_TABLE"),
                    environment.text("EVENTS_TOPIC_ARN"),
                    environment.address("PUBLIC_ORIGIN"),
                    environment.text("SIGNING_KEY_PARAMETER"),
                    environment.text("SIGNING_KEY_ID"));
        }
    }

    public StatusApi() {
        this(Environment.read(System.getenv(), Settings::of));
        Snapshot.register(this);
    }

    private StatusApi(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        InstantSource clock = InstantSource.system();
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        DynamoConversionStore store =
                new DynamoConversionStore(dynamo, settings.conversionsTable());
        DynamoPostAudioStore posts = new DynamoPostAudioStore(dynamo, settings.postAudioTable());
        EventPublisher publisher =
                new EventPublisher(
                        clients.sns(LIMITS),
                        settings.eventsTopicArn(),
                        "/parler/status",
                        clock,
                        () -> UUID.randomUUID().toString());
        this(
                store,
                new LongPoll(store, clock, Thread::sleep),
                new ConversionDeleter(
                        store,
                        (id, account) ->
                                publisher.publish(
                                        ConversionDeletedV1.TYPE,
                                        id.toString(),
                                        account.value(),
                                        new ConversionDeletedV1(account.value())),
                        new PostAudioIndex(posts, store)::remove,
                        clock),
                new ConversionRenamer(
                        store,
                        (id, account, title, revision) ->
                                publisher.publish(
                                        ConversionRenamedV1.TYPE,
                                        id.toString(),
                                        account.value(),
                                        new ConversionRenamedV1(account.value(), title, revision)),
                        clock),
                new NewestAudio(posts, store),
                plays(store, new DynamoPlayStore(dynamo, settings.playsTable()), clock),
                new AudioUrls(
                        settings.publicOrigin().toString(),
                        new SsmUrlSigner(
                                clients.ssm(LIMITS),
                                settings.signingKeyParameter(),
                                settings.signingKeyId(),
                                clock),
                        clock));
    }

    StatusApi(
            ConversionStore store,
            LongPoll conversions,
            ConversionDeleter deleter,
            ConversionRenamer renamer,
            NewestAudio newest,
            PlaysEndpoint plays,
            AudioUrls urls) {
        this.store = store;
        this.plays = plays;
        this.conversions = conversions;
        this.deleter = deleter;
        this.urls = urls;
        this.rename = new RenameEndpoint(renamer, this::current, StatusApi::notFound, deleted());
        this.pages = new PlayerPages(urls, files.assets(), Json::string);
        this.playlists =
                new PlaylistEndpoint(
                        conversions, pages, new PlaylistPage(files.assets(), Json::string));
        String publicOrigin = urls.publicOrigin();
        this.listen = new ListenEndpoint(newest, conversions, pages, publicOrigin);
        this.oEmbed =
                new OEmbedEndpoint(
                        new EmbedTargets(newest, conversions, publicOrigin), publicOrigin);
    }

    private static PlaysEndpoint plays(
            ConversionStore store, PlayStore plays, InstantSource clock) {
        return new PlaysEndpoint(new PlayCounter(store, plays, clock), plays);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// What first visitors of a player and of a page with its button ask for.
    @Override
    public void prime() throws IOException {
        prime(
                PrimingRequest.of("GET /v1/conversions/{id}")
                        .path("id", PrimingRequest.UNKNOWN_CONVERSION),
                PrimingRequest.of("GET /v1/conversions/{id}/player")
                        .path("id", PrimingRequest.UNKNOWN_CONVERSION),
                PrimingRequest.of("GET /v1/listen").query("url", "https://parler.invalid/"),
                PrimingRequest.of("GET /embed.js"));
    }

    private Response conversion(Request request) throws InterruptedException {
        Duration wait =
                Duration.ofSeconds(
                        request.intQuery("wait", 0, 0, (int) LongPoll.MAX_WAIT.toSeconds()));
        Optional<ConversionId> id = ConversionId.parse(request.path("id"));
        long started = System.nanoTime();
        Optional<Conversion> conversion =
                (id.isEmpty() ? Optional.<Conversion>empty() : poll(id.get(), request, wait))
                        .filter(found -> mayBeSeen(found, request));
        if (conversion.isEmpty()) {
            return Response.of(notFound(request), request).header("Cache-Control", "no-store");
        }
        if (conversion.get().state() instanceof State.Deleted) {
            return Response.of(deleted(), request).header("Cache-Control", "no-store");
        }
        Duration waited =
                wait.isZero() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
        byte[] body = body(conversion.get());
        ETag etag = ETag.of(body);
        Response response =
                request.has(etag)
                        ? Response.empty(304)
                        : Response.of(200, "application/json", body);
        return response.header("ETag", etag.value())
                .header("Cache-Control", "no-cache")
                .afterWaiting(waited);
    }

    /// Whether the conversion is public, or the caller's own.
    private boolean mayBeSeen(Conversion conversion, Request request) {
        return !conversion.isPrivate()
                || request.knownCaller()
                        .filter(caller -> caller.scopes().contains(Scope.READ))
                        .filter(caller -> isOf(conversion.id(), caller))
                        .isPresent();
    }

    private boolean isOf(ConversionId id, Caller caller) {
        return store.account(id).filter(caller.account()::equals).isPresent();
    }

    /// Waits for another version than the one the caller has; without an ETag, for a change.
    private Optional<Conversion> poll(ConversionId id, Request request, Duration wait)
            throws InterruptedException {
        return request.header("If-None-Match").isEmpty()
                ? conversions.untilChanged(id, wait)
                : conversions.until(id, current -> !request.has(ETag.of(body(current))), wait);
    }

    private byte[] body(Conversion conversion) {
        return Json.bytes(ConversionBody.of(conversion, urls));
    }

    private static Problem notFound(Request request) {
        return Problem.of(
                ProblemType.CONVERSION_NOT_FOUND,
                "None has the id '"
                        + request.path("id")
                        + "', or it is private and the caller may not see it; one that did not complete is"
                        + " deleted after 400 days.");
    }

    private static Problem deleted() {
        return Problem.of(
                ProblemType.CONVERSION_DELETED, "Its audio and its transcript were deleted too.");
    }

    private Response rename(Request request) {
        find(request)
                .filter(found -> isOf(found.id(), request.caller()))
                .ifPresent(found -> requireReadIfPrivate(found, request));
        return rename.rename(request);
    }

    /// The answer has addresses that play the audio of a private conversion.
    private static void requireReadIfPrivate(Conversion conversion, Request request) {
        if (conversion.isPrivate() && !request.caller().scopes().contains(Scope.READ)) {
            throw new ProblemException(
                    ProblemType.SCOPE_MISSING,
                    "The conversion is private: this request needs a key with the scope 'read' too.");
        }
    }

    /// It may have been deleted just after it was renamed.
    private Response current(ConversionId id, Request request) {
        Optional<Conversion> conversion =
                store.get(id).filter(found -> !(found.state() instanceof State.Deleted));
        if (conversion.isEmpty()) {
            return Response.of(deleted(), request).header("Cache-Control", "no-store");
        }
        requireReadIfPrivate(conversion.get(), request);
        byte[] body = body(conversion.get());
        return Response.of(200, "application/json", body)
                .header("ETag", ETag.of(body).value())
                .header("Cache-Control", "no-store");
    }

    /// The conversion of another account is not found.
    private Response delete(Request request) {
        boolean deleted =
                ConversionId.parse(request.path("id"))
                        .filter(id -> deleter.delete(id, request.caller().account()))
                        .isPresent();
        return deleted ? Response.empty(204) : Response.of(notFound(request), request);
    }

    /// Without the authorizer, which would make each listener wait. A private one has its own
    /// route.
    private Response player(Request request) {
        Optional<Conversion> conversion = find(request);
        if (conversion.filter(Conversion::isPrivate).isPresent()) {
            return Response.empty(302)
                    .header("Location", request.rawPath() + "/private" + request.rawQuery())
                    .header("Cache-Control", "no-store");
        }
        return page(
                pages.of(
                        conversion,
                        PlayerResponse.look(request),
                        PlayerResponse.acceptedLanguages(request)));
    }

    private Response privatePlayer(Request request) {
        Optional<Conversion> conversion = find(request);
        PlayerLook look = PlayerResponse.look(request);
        return page(
                conversion.filter(found -> !mayBeSeen(found, request)).isPresent()
                        ? pages.notForThisCaller(look)
                        : pages.of(conversion, look, PlayerResponse.acceptedLanguages(request)));
    }

    private Optional<Conversion> find(Request request) {
        return ConversionId.parse(request.path("id")).flatMap(conversions::get);
    }

    private static Response page(PlayerPage page) {
        return PlayerResponse.of(page)
                .header("Cache-Control", page.isFinal() ? "no-cache" : "no-store")
                .header("Vary", "Accept-Language");
    }

    private Response playlist(Request request) {
        return playlists.page(request);
    }

    private Response reportPlay(Request request) {
        return plays.report(request);
    }

    private Response playFigures(Request request) {
        return plays.figures(request);
    }

    private Response newestAudio(Request request) {
        return listen.json(request);
    }

    private Response newestPlayer(Request request) {
        return listen.player(request);
    }

    private Response listenPage(Request request) {
        return listen.page(request, Optional.empty());
    }

    private Response listenPageWithSlug(Request request) {
        return listen.page(request, Optional.of(request.path("slug")));
    }

    private Response oEmbed(Request request) {
        return oEmbed.handle(request);
    }
}
