package io.parler.frontend.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.frontend.Document;
import io.parler.frontend.LibraryStore;
import io.parler.frontend.ProblemPages;
import io.parler.frontend.SiteFiles;
import io.parler.frontend.account.AccountStore;
import io.parler.frontend.account.SigningSecrets;
import io.parler.frontend.podcast.EpisodeRecorder;
import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.PodcastDeletion;
import io.parler.frontend.podcast.PodcastStore;
import io.parler.frontend.podcast.Podcasts;
import io.parler.frontend.podcast.artwork.ArtworkPainter;
import io.parler.frontend.podcast.feed.FeedWriter;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
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
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The web site, the library, the account and its sessions, and the description of the API.
public final class FrontendApi implements HttpFunction, Primed {
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final LibraryStore library;
    private final EpisodeRecorder recorder;
    private final String origin;
    private final Document openApi = OpenApiDocument.read();
    private final HttpApi api;

    /// The function's environment variables.
    record Settings(
            Region region,
            String libraryTable,
            String accountsTable,
            String podcastsTable,
            String episodesTable,
            String sessionSecret,
            URI publicOrigin) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("LIBRARY_TABLE"),
                    environment.text("ACCOUNTS_TABLE"),
                    environment.text("PODCASTS_TABLE"),
                    environment.text("EPISODES_TABLE"),
                    environment.text("SESSION_SECRET"),
                    environment.address("PUBLIC_ORIGIN"));
        }
    }

    public FrontendApi() {
        this(Environment.read(System.getenv(), Settings::of));
        Snapshot.register(this);
    }

    private FrontendApi(Settings settings) {
        this(settings, new AwsClients(settings.region()));
    }

    private FrontendApi(Settings settings, AwsClients clients) {
        this(settings, clients.dynamoDb(LIMITS), clients.ssm(LIMITS), InstantSource.system());
    }

    private FrontendApi(
            Settings settings, DynamoDbClient dynamo, SsmClient ssm, InstantSource clock) {
        this(
                new DynamoLibraryStore(dynamo, settings.libraryTable(), clock),
                new DynamoAccountStore(dynamo, settings.accountsTable()),
                new DynamoPodcastStore(dynamo, settings.podcastsTable()),
                new DynamoEpisodeStore(dynamo, settings.episodesTable()),
                new SsmSigningSecrets(ssm, settings.sessionSecret(), clock),
                settings.publicOrigin().toString(),
                clock);
    }

    FrontendApi(
            LibraryStore library,
            AccountStore accounts,
            PodcastStore podcastStore,
            EpisodeStore episodes,
            SigningSecrets secrets,
            String origin,
            InstantSource clock) {
        this.library = library;
        this.recorder = new EpisodeRecorder(podcastStore, episodes, library);
        this.origin = origin;
        AccountEndpoint account = new AccountEndpoint(accounts, secrets, origin, clock);
        FeedAddress addresses = new FeedAddress(origin);
        Podcasts podcasts = new Podcasts(podcastStore, addresses, clock, new SecureRandom());
        PodcastEndpoint podcast =
                new PodcastEndpoint(
                        podcasts,
                        episodes,
                        recorder,
                        new PodcastDeletion(podcastStore, episodes),
                        addresses);
        FeedEndpoint feed =
                new FeedEndpoint(
                        podcasts,
                        episodes,
                        addresses,
                        () -> new FeedWriter(addresses),
                        ArtworkPainter::new);
        SiteEndpoint site = new SiteEndpoint(new SiteFiles(origin), new ProblemPages(), origin);
        this.api =
                HttpApi.of(
                        Route.needs(Scope.READ, "GET /v1/library", this::library),
                        Route.needs(Scope.CONVERT, "DELETE /v1/library/{id}", this::delete),
                        Route.open("POST /v1/session", account::signIn),
                        Route.open("DELETE /v1/session", account::signOut),
                        Route.needs(Scope.READ, "GET /v1/account", account::get),
                        Route.needs(Scope.PUBLISH, "PATCH /v1/account", account::patch),
                        Route.needs(Scope.READ, "GET /v1/podcasts", podcast::list),
                        Route.needs(Scope.PUBLISH, "POST /v1/podcasts", podcast::create),
                        Route.needs(Scope.READ, "GET /v1/podcasts/{id}", podcast::get),
                        Route.needs(Scope.PUBLISH, "PATCH /v1/podcasts/{id}", podcast::change),
                        Route.needs(Scope.PUBLISH, "DELETE /v1/podcasts/{id}", podcast::delete),
                        Route.needs(
                                Scope.PUBLISH,
                                "POST /v1/podcasts/{id}/secret",
                                podcast::replaceSecret),
                        Route.needs(
                                Scope.PUBLISH, "POST /v1/podcasts/{id}/episodes", podcast::fill),
                        Route.needs(
                                Scope.PUBLISH,
                                "PUT /v1/podcasts/{id}/episodes/{conversionId}",
                                podcast::addEpisode),
                        Route.needs(
                                Scope.PUBLISH,
                                "DELETE /v1/podcasts/{id}/episodes/{conversionId}",
                                podcast::removeEpisode),
                        Route.open("GET /v1/podcasts/{id}/feed.xml", feed::feed),
                        Route.open("HEAD /v1/podcasts/{id}/feed.xml", feed::feed),
                        Route.open("GET /v1/podcasts/{id}/artwork/{file}", feed::artwork),
                        Route.open("HEAD /v1/podcasts/{id}/artwork/{file}", feed::artwork),
                        Route.open("GET /v1/openapi.json", this::openApi),
                        Route.open("GET /", site::get),
                        Route.open("GET /{proxy+}", site::get),
                        Route.open("HEAD /", site::get),
                        Route.open("HEAD /{proxy+}", site::get));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// What the first page of a visitor asks for.
    @Override
    public void prime() throws IOException {
        prime(
                PrimingRequest.of("GET /"),
                PrimingRequest.of("GET /v1/library"),
                PrimingRequest.of("GET /v1/account"),
                PrimingRequest.of("GET /v1/podcasts"));
    }

    private Response library(Request request) {
        int limit = request.intQuery("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Optional<ConversionId> before = request.query("cursor").map(FrontendApi::cursor);
        return Response.json(
                        200,
                        LibraryBody.of(library.listBrief(account(request), limit, before), origin))
                .header("Cache-Control", "no-store");
    }

    private Response delete(Request request) {
        Optional<ConversionId> deleted =
                ConversionId.parse(request.path("id"))
                        .filter(id -> library.delete(account(request), id));
        deleted.ifPresent(id -> recorder.remove(account(request), id));
        return deleted.isPresent()
                ? Response.empty(204)
                : Response.of(
                        Problem.of(
                                ProblemType.CONVERSION_NOT_FOUND,
                                "It isn't on the list, or not any more."),
                        request);
    }

    /// The name under which the library keeps the account's entries.
    private static String account(Request request) {
        return request.caller().account().storageKey();
    }

    private Response openApi(Request request) {
        return Response.of(200, openApi.contentType(), openApi.bytes())
                .header("Cache-Control", "no-cache");
    }

    private static ConversionId cursor(String cursor) {
        return LibraryBody.parseCursor(cursor)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        ProblemType.INVALID_PARAMETER,
                                        "The cursor isn't one that this list gave."));
    }
}
