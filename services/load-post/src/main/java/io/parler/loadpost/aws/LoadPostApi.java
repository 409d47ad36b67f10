package io.parler.loadpost.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.cache.CacheControl;
import io.parler.loadpost.cache.CachedWeb;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.NameLookup;
import io.parler.loadpost.fetch.PublicAddressOnly;
import io.parler.loadpost.fetch.PublicWeb;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.load.ArticleLoader;
import io.parler.loadpost.load.CoverLoader;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.Loaded;
import io.parler.loadpost.load.PostPage;
import java.time.Clock;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;

/// The HTTP API of load-post. Other services invoke the same function directly, with the same
/// event, and only so get covers: no template names that route, which would lend our address to
/// whatever pictures there are.
public final class LoadPostApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int MAX_POSTS = 100;
    private static final int POSTS = 20;

    private final Loaders kept;
    private final Loaders revalidating;
    private final CoverLoader covers;
    private final HttpApi api;

    private record Loaders(FeedLoader feeds, ArticleLoader articles) {
        static Loaders of(Web web, Clock clock) {
            var feeds = new FeedLoader(web, new FeedReader(), clock);
            return new Loaders(feeds, new ArticleLoader(web, feeds, new ArticleReader(), clock));
        }
    }

    /// The web as this service sees it: pages, which are kept, and pictures, which are not.
    record Webs(Web pages, Web pictures) {}

    public LoadPostApi() {
        this(webs(Settings.of(System.getenv()), Clock.systemUTC()), Clock.systemUTC());
    }

    LoadPostApi(Webs webs, Clock clock) {
        this.kept = Loaders.of(webs.pages(), clock);
        this.revalidating = Loaders.of(webs.pages().revalidating(), clock);
        this.covers = new CoverLoader(webs.pictures());
        this.api =
                HttpApi.of(
                        new Route("GET /v1/posts", this::posts),
                        new Route("GET /v1/article", this::article),
                        Route.internal("GET /v1/cover", this::cover));
    }

    private static Webs webs(Settings settings, Clock clock) {
        var allowed = new AllowedNetworks(settings.allowedNetworks());
        var userAgent = "Mozilla/5.0 (compatible; Parler/0.1; +" + settings.publicOrigin() + ")";
        Function<PublicWeb.Limits, PublicWeb> web =
                limits ->
                        new PublicWeb(
                                limits,
                                allowed,
                                NameLookup.system(),
                                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                                userAgent);
        return new Webs(
                new CachedWeb(
                        web.apply(PublicWeb.Limits.STANDARD),
                        new DynamoPageCache(Clients.dynamo(), settings.pagesTable()),
                        new CachedWeb.Rules(
                                new PublicAddressOnly(allowed),
                                userAgent + "\n" + settings.allowedNetworks()),
                        clock),
                web.apply(CoverLoader.LIMITS));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response posts(Request request) {
        var url = request.requiredQuery("url");
        int limit = request.intQuery("limit", POSTS, 1, MAX_POSTS);
        try {
            var page =
                    PostPage.of(
                            found(loaders(request).feeds().load(url)),
                            limit,
                            request.query("cursor"));
            return Response.json(200, PostsV1.of(page));
        } catch (PostPage.BadCursor e) {
            throw Problems.invalidParameter(
                    "The cursor is not one that this feed's last page gave.");
        }
    }

    private Response article(Request request) {
        var articles = loaders(request).articles();
        var feedUrl = request.query("feedUrl");
        var loaded =
                feedUrl.isPresent()
                        ? articles.byPost(feedUrl.get(), request.requiredQuery("postId"))
                        : articles.byUrl(request.requiredQuery("url"));
        return Response.json(200, ArticleV1.of(found(loaded)));
    }

    private Response cover(Request request) {
        return Response.of(200, "image/jpeg", found(covers.load(request.requiredQuery("url"))));
    }

    /// Who asks with `Cache-Control: no-cache` gets the text as it is now.
    private Loaders loaders(Request request) {
        return request.header("cache-control")
                        .map(CacheControl::of)
                        .filter(CacheControl::wantsRevalidation)
                        .isPresent()
                ? revalidating
                : kept;
    }

    private static <T> T found(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Found<T> found -> found.value();
            case Loaded.Refused<T> refused -> throw Problems.of(refused.reason(), refused.detail());
        };
    }
}
