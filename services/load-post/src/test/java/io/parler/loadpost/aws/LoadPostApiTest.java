package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.Json;
import io.parler.loadpost.Fixtures;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.load.FakeWebClient;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPostApiTest {
    private static final MinuteLimit PAGES =
            new MinuteLimit((_, _, _) -> true, 1, InstantSource.system());

    private static final String FEED_URL = "https://harbour.example/feed.xml";
    private static final String POST_URL = "https://harbour.example/2026/lighthouse/";
    private static final String POST_ID = "tag:harbour.example,2026:lighthouse";

    private final FakeWebClient sites =
            new FakeWebClient()
                    .xml(FEED_URL, Fixtures.read("feed.xml"))
                    .html(POST_URL, Fixtures.read("post.html"));

    @Test
    void aPageTooManyInAMinuteIs429AndWhatAServiceNeedsForItselfIsNotCounted() {
        Map<String, Integer> calls = new HashMap<>();
        LoadPostApi limited =
                LoadPostApis.of(
                        sites,
                        sites,
                        new MinuteLimit(
                                (account, _, max) -> calls.merge(account, 1, Integer::sum) <= max,
                                2,
                                () -> Instant.parse("2026-11-20T10:15:30Z")));
        APIGatewayV2HTTPEvent direct = event("GET /v1/article", Map.of("url", POST_URL)).build();
        APIGatewayV2HTTPEvent ours = withContext(Map.of("accountId", "owner", "scopes", "read"));
        APIGatewayV2HTTPEvent others =
                withContext(
                        Map.of(
                                "accountId",
                                "acc_q7c2mzk4w5tdx3hb",
                                "scopes",
                                "read",
                                "pagesPerMinute",
                                "1"));

        assertThat(statuses(limited, direct, 3)).containsExactly(200, 200, 200);
        assertThat(statuses(limited, ours, 3)).containsExactly(200, 200, 429);
        assertThat(statuses(limited, others, 2)).containsExactly(200, 429);

        APIGatewayV2HTTPResponse refused = limited.handleRequest(ours, new LambdaContext());
        assertThat(refused.getHeaders()).containsEntry("Retry-After", "30");
        assertThat(refused.getBody()).contains("/problems/too-many-requests", "2 pages");
        Contract.assertValid("rest/problem", refused.getBody());
    }

    private static List<Integer> statuses(LoadPostApi api, APIGatewayV2HTTPEvent event, int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> api.handleRequest(event, new LambdaContext()).getStatusCode())
                .toList();
    }

    private static APIGatewayV2HTTPEvent withContext(Map<String, Object> context) {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        authorizer.setLambda(context);
        APIGatewayV2HTTPEvent.RequestContext request = new APIGatewayV2HTTPEvent.RequestContext();
        request.setAuthorizer(authorizer);
        return event("GET /v1/article", Map.of("url", POST_URL))
                .withRequestContext(request)
                .build();
    }

    private static APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder event(
            String route, Map<String, String> query) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withQueryStringParameters(query)
                .withHeaders(Map.of("x-correlation-id", "test-1"));
    }

    @Test
    void responsesMatchTheContracts() {
        Contract.assertValid("rest/posts", posts(Map.of("url", FEED_URL)).getBody());
        Contract.assertValid("rest/article", article(Map.of("url", POST_URL)).getBody());
        Contract.assertValid("rest/problem", posts(Map.of("url", "nonsense")).getBody());
    }

    @Test
    void aResponseHasOnlyFieldsOfTheContractsExamples() {
        assertThat(fields(posts(Map.of("url", FEED_URL, "limit", "1")).getBody()))
                .isSubsetOf(fields(Contract.body("posts")));
        assertThat(fields(article(Map.of("url", POST_URL)).getBody()))
                .isSubsetOf(fields(Contract.body("article")));
    }

    @Test
    void aPostHasTheKeyThatTheLibraryKnowsItBy() {
        sites.xml(
                "https://harbour.example/keys.xml",
                "<rss version='2.0'><channel><title>Keys</title>"
                        + "<item><title>One</title><link>http://www.Harbour.example/?p=1&amp;utm_id=2</link></item>"
                        + "<item><title>Two</title><guid isPermaLink='false'>two</guid>"
                        + "<description>Only here.</description></item></channel></rss>");

        String body = posts(Map.of("url", "https://harbour.example/keys.xml")).getBody();

        Contract.assertValid("rest/posts", body);
        assertThat(body)
                .containsOnlyOnce("\"post\":")
                .contains("\"post\":\"harbour.example/?p=1\"");
    }

    @Test
    void spansFootnotesAndFormulasMatchTheContracts() {
        String text = "<p>The keeper went up, looked out, wrote down what he saw. ".repeat(12);
        sites.html(
                "https://harbour.example/terms",
                "<html lang=en><title>Terms</title><article>"
                        + text
                        + "<p>As they say, <i lang=la>festina lente</i>, or \\(n = w\\).</p><p>$$L = W$$</p>"
                        + "<div class=footnotes><ol><li id=fn1>Holm, 1887.</li></ol></div>");
        String body = article(Map.of("url", "https://harbour.example/terms")).getBody();
        Contract.assertValid("rest/article", body);
        assertThat(body)
                .contains(
                        "\"spans\":[{\"start\":13,\"end\":26,\"kind\":\"foreign\",\"language\":\"la\"}",
                        "{\"start\":31,\"end\":40,\"kind\":\"formula\"}",
                        "\"kind\":\"formula\",\"text\":\"$$L = W$$\"",
                        "\"kind\":\"footnote\",\"text\":\"Holm, 1887.\"");
        assertThat(fields(body)).isSubsetOf(fields(Contract.body("article")));
    }

    @Test
    void charactersThatAreNotTextAreReplaced() {
        String text = "<p>The keeper went up, looked out, wrote down what he saw. ".repeat(12);
        sites.html(
                "https://harbour.example/hostile",
                "<html lang=en><title>A &#xFFFE;bad title &#1;here</title><article><h1>A bad title</h1>"
                        + text
                        + "<p>One \ufffe two &#x1FFFF; three.</p><table><tr><th>\uffff<th>b<tr><td>c<td>d"
                        + "</table></article>");

        String body = article(Map.of("url", "https://harbour.example/hostile")).getBody();

        Contract.assertValid("rest/article", body);
        assertThat(body).contains("One \ufffd two \ufffd\ufffd three.", "A \ufffdbad title here");
        assertThat(body.codePoints())
                .noneMatch(c -> c < 0x20 || (c & 0xfffe) == 0xfffe || (c >= 0xd800 && c < 0xe000));
    }

    @Test
    void aPostWhoseIdIsNotTextIsFoundByTheIdInTheList() {
        String feed = "https://harbour.example/hostile.xml";
        sites.html(
                feed,
                "<rss version='2.0'><channel><title>T</title><item><guid isPermaLink='false'>a&#x1;b</guid>"
                        + "<link>https://harbour.example/p</link><title>A &#x1;title</title><description>&lt;p&gt;"
                        + "It was quiet there. ".repeat(100)
                        + "&lt;/p&gt;</description></item></channel></rss>");
        PostsResponse.PostBody post =
                read(posts(Map.of("url", feed)).getBody(), PostsResponse.class).posts().getFirst();

        assertThat(post.title()).isEqualTo("A \ufffdtitle");
        assertThat(article(Map.of("feedUrl", feed, "postId", post.id())).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void aTitleIsNoLongerThanATagCanHold() {
        sites.html(
                "https://harbour.example/long",
                "<html lang=en><title>"
                        + "word ".repeat(50_000)
                        + "</title><article>"
                        + "<p>The keeper went up, looked out, wrote down what he saw. ".repeat(12));

        assertThat(
                        read(
                                        article(Map.of("url", "https://harbour.example/long"))
                                                .getBody(),
                                        ArticleResponse.class)
                                .title())
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void postsAreListedNewestFirst() {
        List<PostsResponse.PostBody> posts =
                read(posts(Map.of("url", FEED_URL)).getBody(), PostsResponse.class).posts();
        assertThat(posts.stream().map(PostsResponse.PostBody::id))
                .containsExactly(POST_ID, "tag:harbour.example,2025:older");
        assertThat(posts.getFirst().words()).isEqualTo(11);
        assertThat(posts.get(1).words()).isNull();
        assertThat(posts.getFirst().language()).isEqualTo("en-GB");
    }

    @Test
    void cursorsLeadThroughAllPostsOnce() {
        PostsResponse first =
                read(posts(Map.of("url", FEED_URL, "limit", "1")).getBody(), PostsResponse.class);
        assertThat(first.posts()).hasSize(1);
        String cursor = Objects.requireNonNull(first.nextCursor());
        PostsResponse second =
                read(
                        posts(Map.of("url", FEED_URL, "limit", "1", "cursor", cursor)).getBody(),
                        PostsResponse.class);
        assertThat(second.posts().getFirst().title()).isEqualTo("An older note");
        assertThat(second.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "MSA", "YWJj"})
    void anInvalidCursorIsAProblem(String cursor) {
        assertThat(problem(posts(Map.of("url", FEED_URL, "cursor", cursor))))
                .isEqualTo("400 /problems/invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many"})
    void aLimitOutOfRangeIsAProblem(String limit) {
        assertThat(problem(posts(Map.of("url", FEED_URL, "limit", limit))))
                .isEqualTo("400 /problems/invalid-parameter");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThat(posts(Map.of()).getBody()).contains("'url'");
        assertThat(article(Map.of()).getBody()).contains("'url'");
        assertThat(article(Map.of("feedUrl", FEED_URL)).getBody()).contains("'postId'");
    }

    @Test
    void anArticleIsLoadedByAddressAndByPost() {
        APIGatewayV2HTTPResponse byUrl = article(Map.of("url", POST_URL));
        APIGatewayV2HTTPResponse byPost = article(Map.of("feedUrl", FEED_URL, "postId", POST_ID));
        assertThat(byUrl.getStatusCode()).isEqualTo(200);
        assertThat(byPost.getBody()).isEqualTo(byUrl.getBody());
    }

    @Test
    void aFeedOrAListOfPostsIsNoArticleAndTheProblemSaysWhatToDo() {
        String front =
                """
                <h1>Harbour Notes</h1>
                <h2><a href="/1">One</a></h2><p>First of all, there is this.</p>
                <h2><a href="/2">Two</a></h2><p>And then, there is that.</p>
                <h2><a href="/3">Three</a></h2><p>Which is not all.</p>
                """;
        List<String> lists = List.of("https://harbour.example/", "https://harbour.example/blog/");
        lists.forEach(url -> sites.html(url, front));
        for (String url : List.of(FEED_URL, lists.getFirst(), lists.getLast())) {
            APIGatewayV2HTTPResponse response = article(Map.of("url", url));
            assertThat(problem(response)).isEqualTo("422 /problems/no-article");
            assertThat(response.getBody()).contains("GET /v1/posts");
        }
    }

    @Test
    void aFileThatIsNotHtmlIsAProblem() {
        sites.page("https://harbour.example/a.pdf", "application/pdf", "%PDF-1.7");
        sites.page("https://harbour.example/a.txt", "text/plain", "no markup here");
        for (String url :
                List.of("https://harbour.example/a.pdf", "https://harbour.example/a.txt")) {
            assertThat(problem(article(Map.of("url", url)))).isEqualTo("422 /problems/not-html");
        }
    }

    @Test
    void aPostThatIsNoLongerInItsFeedIsNotFound() {
        assertThat(problem(article(Map.of("feedUrl", FEED_URL, "postId", "gone"))))
                .isEqualTo("404 /problems/post-not-found");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "URL_INVALID",
                "URL_NOT_ALLOWED",
                "SITE_UNREACHABLE",
                "SITE_TIMEOUT",
                "SITE_REFUSED",
                "PAGE_NOT_FOUND",
                "PAGE_TOO_LARGE"
            })
    void aFailedFetchIsAProblemOfBothRoutes(ProblemType type) {
        sites.failing("https://gone.example/", type);
        for (APIGatewayV2HTTPResponse response :
                List.of(
                        posts(Map.of("url", "https://gone.example/")),
                        article(Map.of("url", "https://gone.example/")))) {
            assertThat(problem(response)).isEqualTo(type.status() + " " + type.path());
        }
    }

    @ParameterizedTest
    @CsvSource({"no-cache, true", "max-age=0, true", "max-age=60, false", "'', false"})
    void aRequestWithNoCacheRevalidates(String cacheControl, boolean revalidated) {
        var keeping =
                new WebClient() {
                    boolean revalidating;

                    @Override
                    public FetchResult get(String url, String accept) {
                        return sites.get(url, accept);
                    }

                    @Override
                    public WebClient revalidating() {
                        return (url, accept) -> {
                            revalidating = true;
                            return sites.get(url, accept);
                        };
                    }
                };
        for (String route : List.of("GET /v1/posts", "GET /v1/article")) {
            keeping.revalidating = false;
            APIGatewayV2HTTPEvent event =
                    APIGatewayV2HTTPEvent.builder()
                            .withRouteKey(route)
                            .withQueryStringParameters(Map.of("url", FEED_URL))
                            .withHeaders(Map.of("cache-control", cacheControl))
                            .build();
            api(keeping).handleRequest(event, new LambdaContext());
            assertThat(keeping.revalidating).as(route).isEqualTo(revalidated);
        }
    }

    private APIGatewayV2HTTPResponse posts(Map<String, String> query) {
        return call("GET /v1/posts", query);
    }

    private APIGatewayV2HTTPResponse article(Map<String, String> query) {
        return call("GET /v1/article", query);
    }

    private APIGatewayV2HTTPResponse call(String route, Map<String, String> query) {
        return api(sites).handleRequest(event(route, query).build(), new LambdaContext());
    }

    private static LoadPostApi api(WebClient web) {
        return LoadPostApis.of(web, web, PAGES);
    }

    private static String problem(APIGatewayV2HTTPResponse response) {
        Map<?, ?> body = read(response.getBody(), Map.class);
        assertThat(body.get("status")).isEqualTo(response.getStatusCode());
        return response.getStatusCode() + " " + body.get("type");
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all fields in a JSON text, at any depth.
    private static List<String> fields(String json) {
        return Pattern.compile("\"(\\w+)\"\\s*:")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
