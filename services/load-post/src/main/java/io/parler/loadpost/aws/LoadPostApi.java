package io.parler.loadpost.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.DynamoMinuteCounter;
import io.parler.aws.Environment;
import io.parler.http.Caller;
import io.parler.http.Endpoint;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.Scope;
import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.cache.CacheControl;
import io.parler.loadpost.cache.CachingWebClient;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.AddressPolicy;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.HostResolver;
import io.parler.loadpost.fetch.PublicWebClient;
import io.parler.loadpost.fetch.UserAgent;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.load.ArticleLoader;
import io.parler.loadpost.load.CoverLoader;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.LoadResult;
import io.parler.loadpost.load.PostPage;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/// The HTTP API of load-post. Other services invoke the same function directly, with the same
/// event. Covers are for them alone: no template names that route, which would make this service
/// an open proxy for pictures.
public final class LoadPostApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 20;

    /// What fetching leaves for reading what was fetched: a page made to be slow takes 1.4 s.
    private static final Duration READ_RESERVE = Duration.ofSeconds(3);

    private static final CallLimits COUNTER_LIMITS = CallLimits.within(Duration.ofSeconds(3));

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
        this(Environment.read(System.getenv(), Settings::of), InstantSource.system());
    }

    private LoadPostApi(Settings settings, InstantSource clock) {
        this(webClients(settings, clock), pagesPerMinute(settings, clock), clock);
    }

    LoadPostApi(WebClients web, MinuteLimit pages, InstantSource clock) {
        this.pages = pages;
        this.cached = Loaders.of(web.pages(), clock);
        this.revalidating = Loaders.of(web.pages().revalidating(), clock);
        this.covers = new CoverLoader(web.pictures());
        this.api =
                HttpApi.of(
                        Route.needs(Scope.READ, "GET /v1/posts", counted(inTime(this::posts))),
                        Route.needs(Scope.READ, "GET /v1/article", counted(inTime(this::article))),
                        Route.internal("GET /v1/cover", inTime(this::cover)));
    }

    private static MinuteLimit pagesPerMinute(Settings settings, InstantSource clock) {
        return new MinuteLimit(
                new DynamoMinuteCounter(
                        new AwsClients(settings.region()).dynamoDb(COUNTER_LIMITS),
                        settings.ratesTable()),
                settings.pagesPerMinute(),
                clock);
    }

    private static WebClients webClients(Settings settings, InstantSource clock) {
        AllowedNetworks allowed = new AllowedNetworks(settings.allowedNetworks());
        UserAgent userAgent = UserAgent.of(settings.publicOrigin());
        Function<PublicWebClient.Limits, PublicWebClient> web =
                limits ->
                        new PublicWebClient(
                                limits,
                                allowed,
                                HostResolver.system(),
                                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                                userAgent);
        return new WebClients(
                new CachingWebClient(
                        web.apply(PublicWebClient.Limits.STANDARD),
                        new DynamoPageCache(
                                new AwsClients(settings.region()).dynamoDb(DynamoPageCache.LIMITS),
                                settings.pagesTable()),
                        new CachingWebClient.Rules(
                                new AddressPolicy(allowed),
                                userAgent.value() + "\n" + settings.allowedNetworks()),
                        clock),
                web.apply(CoverLoader.LIMITS));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
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

    private Optional<MinuteLimit.Exceeded> count(Caller caller) {
        return pages.count(caller.account(), caller.limits().pagesPerMinute());
    }

    private static Response tooManyRequests(MinuteLimit.Exceeded limit, Request request) {
        String detail =
                String.format(
                        Locale.ROOT,
                        "The account may have %,d pages fetched a minute, and has had them.",
                        limit.max());
        return Response.tooManyRequests(limit, detail, request);
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
