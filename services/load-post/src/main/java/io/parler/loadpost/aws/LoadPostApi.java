package io.parler.loadpost.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.DynamoMinuteCounter;
import io.parler.aws.Environment;
import io.parler.http.Caller;
import io.parler.http.Endpoint;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.PrimingRequest;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.Scope;
import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.cache.CacheControl;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.loadpost.load.ArticleLoader;
import io.parler.loadpost.load.CoverLoader;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.LoadResult;
import io.parler.loadpost.load.PostPage;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import io.parler.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The HTTP API of load-post. Other services invoke the same function directly, with the same
/// event. Covers are for them alone: no template names that route, which would make this service
/// an open proxy for pictures.
public final class LoadPostApi implements HttpFunction, Primed {
    private static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 20;

    /// What fetching leaves for reading what was fetched: a page made to be slow takes 1.4 s.
    private static final Duration READ_RESERVE = Duration.ofSeconds(3);

    private static final CallLimits COUNTER_LIMITS = CallLimits.within(Duration.ofSeconds(3));

    private static final CallLimits STORE_LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final Loaders cached;
    private final Loaders revalidating;
    private final CoverLoader covers;
    private final MinuteLimit pages;
    private final HttpApi api;

    private record Loaders(FeedLoader feeds, ArticleLoader articles) {
        static Loaders of(WebClient web, InstantSource clock) {
            FeedLoader feeds = new FeedLoader(web, new FeedReader(), clock);
            return new Loaders(feeds, new ArticleLoader(web, feeds, new ArticleReader(), clock));
        }
    }

    /// The web clients of this service: for pages, which are cached, and for pictures, which are
    /// not.
    record WebClients(WebClient pages, WebClient pictures) {}

    public LoadPostApi() {
        this(Environment.read(System.getenv(), ApiSettings::of), InstantSource.system());
        Snapshot.register(this);
    }

    private LoadPostApi(ApiSettings settings, InstantSource clock) {
        this(settings, new AwsClients(settings.region()), clock);
    }

    private LoadPostApi(ApiSettings settings, AwsClients clients, InstantSource clock) {
        this(
                webClients(settings, clients, clock),
                pagesPerMinute(settings, clients, clock),
                subscriptions(settings, clients, clock),
                settings.publicOrigin(),
                clock);
    }

    LoadPostApi(
            WebClients web,
            MinuteLimit pages,
            Subscriptions subscriptions,
            URI publicOrigin,
            InstantSource clock) {
        this.pages = pages;
        this.cached = Loaders.of(web.pages(), clock);
        this.revalidating = Loaders.of(web.pages().revalidating(), clock);
        this.covers = new CoverLoader(web.pictures());
        SubscriptionEndpoint follow =
                new SubscriptionEndpoint(
                        subscriptions,
                        url -> foundIn(revalidating.feeds().load(url)),
                        publicOrigin);
        OpmlEndpoint opml =
                new OpmlEndpoint(
                        subscriptions,
                        (caller, url) -> {
                            checkPages(caller);
                            return foundIn(revalidating.feeds().load(url));
                        },
                        follow);
        Endpoint followOne = counted(follow::create);
        this.api =
                HttpApi.of(
                        Route.needs(Scope.READ, "GET /v1/posts", counted(inTime(this::posts))),
                        Route.needs(Scope.READ, "GET /v1/article", counted(inTime(this::article))),
                        Route.internal("GET /v1/cover", inTime(this::cover)),
                        Route.needs(Scope.READ, "GET /v1/subscriptions", follow::list),
                        Route.needs(
                                Scope.CONVERT,
                                "POST /v1/subscriptions",
                                inTime(
                                        request ->
                                                OpmlEndpoint.isOpml(request)
                                                        ? opml.importFile(request)
                                                        : followOne.handle(request))),
                        Route.needs(Scope.READ, "GET /v1/subscriptions.opml", opml::export),
                        Route.needs(Scope.READ, "GET /v1/subscriptions/{id}", follow::get),
                        Route.needs(Scope.CONVERT, "PATCH /v1/subscriptions/{id}", follow::change),
                        Route.needs(Scope.CONVERT, "DELETE /v1/subscriptions/{id}", follow::delete),
                        Route.needs(
                                Scope.CONVERT,
                                "POST /v1/subscriptions/{id}/hook",
                                follow::renewHook),
                        Route.open("POST /v1/hooks/{secret}", follow::call));
    }

    private static Subscriptions subscriptions(
            ApiSettings settings, AwsClients clients, InstantSource clock) {
        DynamoDbClient dynamo = clients.dynamoDb(STORE_LIMITS);
        return new Subscriptions(
                new DynamoSubscriptionStore(dynamo, settings.subscriptionsTable()),
                new DynamoSeenPostStore(dynamo, settings.seenPostsTable()),
                new SqsPollQueue(clients.sqs(STORE_LIMITS), settings.pollsQueueUrl()),
                clock,
                new SecureRandom());
    }

    private static MinuteLimit pagesPerMinute(
            ApiSettings settings, AwsClients clients, InstantSource clock) {
        return new MinuteLimit(
                new DynamoMinuteCounter(clients.dynamoDb(COUNTER_LIMITS), settings.ratesTable()),
                settings.pagesPerMinute(),
                clock);
    }

    private static WebClients webClients(
            ApiSettings settings, AwsClients clients, InstantSource clock) {
        PageClients web =
                new PageClients(
                        clients,
                        settings.allowedNetworks(),
                        settings.publicOrigin(),
                        settings.pagesTable(),
                        clock);
        return new WebClients(web.cached(), web.uncached(CoverLoader.LIMITS));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// No site is asked: an address inside the network is refused, and a feed and a page of our own
    /// are read.
    @Override
    public void prime() throws IOException {
        prime(
                PrimingRequest.of("GET /v1/subscriptions"),
                PrimingRequest.of("GET /v1/posts").query("url", "http://127.0.0.1/"),
                PrimingRequest.of("GET /v1/article").query("url", "http://127.0.0.1/"));
        for (int round = 0; round < PrimingRequest.ROUNDS; round++) {
            PrimingPages.read();
        }
    }

    /// Counts the pages that an account has fetched in this minute. What a service needs for
    /// itself, such as the worker of conversion, is not counted.
    private Endpoint counted(Endpoint endpoint) {
        return request -> {
            Optional<MinuteLimit.Exceeded> exceeded =
                    request.isDirect() ? Optional.empty() : count(request.caller());
            return exceeded.isPresent()
                    ? tooManyRequests(exceeded.get(), request)
                    : endpoint.handle(request);
        };
    }

    /// As [#counted], for one page of many.
    private void checkPages(Caller caller) {
        Optional<MinuteLimit.Exceeded> exceeded = count(caller);
        if (exceeded.isPresent()) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, tooManyPages(exceeded.get()));
        }
    }

    private Optional<MinuteLimit.Exceeded> count(Caller caller) {
        return pages.count(caller.account(), caller.limits().pagesPerMinute());
    }

    private static Response tooManyRequests(MinuteLimit.Exceeded limit, Request request) {
        return Response.tooManyRequests(limit, tooManyPages(limit), request);
    }

    private static String tooManyPages(MinuteLimit.Exceeded limit) {
        return String.format(
                Locale.ROOT,
                "The account may have %,d pages fetched a minute, and has had them.",
                limit.max());
    }

    private static Endpoint inTime(Endpoint endpoint) {
        return request ->
                Deadline.current()
                        .orElseThrow()
                        .minus(READ_RESERVE)
                        .call(() -> endpoint.handle(request));
    }

    private Response posts(Request request) {
        String url = request.requiredQuery("url");
        int limit = request.intQuery("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        try {
            PostPage page =
                    PostPage.of(
                            foundIn(loaders(request).feeds().load(url)),
                            limit,
                            request.query("cursor"));
            return Response.json(200, PostsResponse.of(page));
        } catch (PostPage.InvalidCursorException e) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER,
                    "The cursor is not one that this feed's last page gave.");
        }
    }

    private Response article(Request request) {
        ArticleLoader articles = loaders(request).articles();
        Optional<String> feedUrl = request.query("feedUrl");
        LoadResult<Article> result =
                feedUrl.isPresent()
                        ? articles.byPost(feedUrl.get(), request.requiredQuery("postId"))
                        : articles.byUrl(request.requiredQuery("url"));
        return Response.json(200, ArticleResponse.of(foundIn(result)));
    }

    private Response cover(Request request) {
        return Response.of(200, "image/jpeg", foundIn(covers.load(request.requiredQuery("url"))));
    }

    /// A request with `Cache-Control: no-cache` gets the text as it is now.
    private Loaders loaders(Request request) {
        return request.header("cache-control")
                        .map(CacheControl::of)
                        .filter(CacheControl::wantsRevalidation)
                        .isPresent()
                ? revalidating
                : cached;
    }

    private static <T> T foundIn(LoadResult<T> result) {
        return switch (result) {
            case LoadResult.Found<T> found -> found.value();
            case LoadResult.Failed<T> failed ->
                    throw new ProblemException(failed.problem(), failed.detail());
        };
    }
}
