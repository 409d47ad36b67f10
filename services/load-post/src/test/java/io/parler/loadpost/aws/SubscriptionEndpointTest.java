package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
import io.parler.loadpost.Fixtures;
import io.parler.loadpost.follow.PollRequest;
import io.parler.loadpost.load.FakeWebClient;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionEndpointTest {
    private static final String FEED = "https://harbour.example/feed.xml";
    private static final String MINE = "acc_q7c2mzk4w5tdx3hb";
    private static final String OTHER = "acc_b5tdx3hbq7c2mzk4";

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final FakeWebClient sites =
            new FakeWebClient()
                    .xml(FEED, Fixtures.read("feed.xml"))
                    .failing("https://down.example/", ProblemType.SITE_UNREACHABLE);
    private final List<PollRequest> polls = new ArrayList<>();
    private final LoadPostApi api =
            LoadPostApis.of(
                    sites,
                    sites,
                    new MinuteLimit((_, _, _) -> true, 1, clock),
                    (_, request, _) -> polls.add(request),
                    clock);

    private APIGatewayV2HTTPResponse send(
            String account, String route, Map<String, String> path, String body) {
        APIGatewayV2HTTPEvent.RequestContext context = new APIGatewayV2HTTPEvent.RequestContext();
        if (!account.isEmpty()) {
            APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                    new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
            Map<String, Object> lambda = new HashMap<>();
            lambda.put("accountId", account);
            lambda.put("scopes", "read convert");
            lambda.put("visibility", account.equals(OTHER) ? "private" : "public");
            authorizer.setLambda(lambda);
            context.setAuthorizer(authorizer);
        }
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(path)
                        .withBody(body)
                        .withRequestContext(context)
                        .build(),
                new LambdaContext());
    }

    private APIGatewayV2HTTPResponse opml(String body) {
        return opml("text/x-opml; charset=utf-8", body, false);
    }

    private APIGatewayV2HTTPResponse opml(String type, String body, boolean isBase64) {
        Map<String, Object> lambda =
                Map.of("accountId", MINE, "scopes", "read convert", "visibility", "public");
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("POST /v1/subscriptions")
                        .withHeaders(Map.of("content-type", type))
                        .withBody(body)
                        .withIsBase64Encoded(isBase64)
                        .withRequestContext(
                                APIGatewayV2HTTPEvent.RequestContext.builder()
                                        .withAuthorizer(
                                                APIGatewayV2HTTPEvent.RequestContext.Authorizer
                                                        .builder()
                                                        .withLambda(lambda)
                                                        .build())
                                        .build())
                        .build(),
                new LambdaContext());
    }

    @Test
    void theFeedsOfAnOpmlFileAreFollowedAndEachIsReported() {
        String file =
                """
                <opml version="2.0"><body><outline text="Folder">
                  <outline text="Harbour" xmlUrl="https://harbour.example/feed.xml"/>
                  <outline text="Again" xmlUrl="https://harbour.example/feed.xml"/>
                  <outline text="Down" xmlUrl="https://down.example/"/></outline>
                  <outline text="Long" xmlUrl="https://long.example/%s"/>
                </body></opml>"""
                        .formatted("x".repeat(3000));

        APIGatewayV2HTTPResponse first = opml(file);

        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(200);
        Contract.assertValid("rest/subscription-import", first.getBody());
        assertThat(statuses(first)).containsExactly("added", "invalid", "invalid");
        assertThat(first.getBody())
                .contains("\"title\":\"Harbour\"", "/problems/site-unreachable")
                .contains("has more than 2048 characters");
        assertThat(statuses(opml(file))).containsExactly("followed", "invalid", "invalid");
        APIGatewayV2HTTPResponse list = send(MINE, "GET /v1/subscriptions", Map.of(), "");
        assertThat((List<?>) json(list).get("subscriptions")).hasSize(1);

        APIGatewayV2HTTPResponse out = send(MINE, "GET /v1/subscriptions.opml", Map.of(), "");
        assertThat(out.getHeaders().get("Content-Type")).isEqualTo("text/x-opml; charset=utf-8");
        assertThat(out.getBody()).contains("xmlUrl=\"https://harbour.example/feed.xml\"");
        assertThat(statuses(opml(out.getBody()))).containsExactly("followed");
    }

    private static List<String> statuses(APIGatewayV2HTTPResponse response) {
        List<?> feeds = (List<?>) json(response).get("feeds");
        return feeds == null
                ? List.of()
                : feeds.stream().map(it -> text((Map<?, ?>) it, "status")).toList();
    }

    @Test
    void moreFeedsThanAnAccountFollowsAreNotTried() {
        String[] feeds = new String[60];
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = "https://harbour.example/" + i + ".xml";
            sites.xml(feeds[i], Fixtures.read("feed.xml"));
        }

        APIGatewayV2HTTPResponse response = opml(list(feeds));

        assertThat(statuses(response).subList(0, 50)).containsOnly("added");
        assertThat(statuses(response).subList(50, 60)).containsOnly("invalid");
        assertThat(response.getBody().split("An account follows at most 50 feeds.", -1))
                .hasSize(11);
        assertThat(sites.requests()).noneMatch(request -> request.contains("/50.xml"));
    }

    @Test
    void feedsThatCannotBeReadTakeNoPlaceOfThoseAfterThem() {
        String[] feeds = new String[121];
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = "https://down.example/?" + i;
        }
        feeds[60] = FEED;
        feeds[120] = "https://harbour.example/last.xml";
        sites.xml(feeds[120], Fixtures.read("feed.xml"));

        APIGatewayV2HTTPResponse response = opml(list(feeds));

        assertThat(response.getBody()).doesNotContain("at most 50");
        assertThat(statuses(response)).hasSize(121);
        assertThat(statuses(response).get(60)).isEqualTo("added");
        assertThat(statuses(response).get(120)).isEqualTo("added");
        assertThat(statuses(response).stream().filter("invalid"::equals)).hasSize(119);
    }

    @Test
    void aFullAccountIsToldWhichFeedsItFollowsAlready() {
        sites.html(
                "https://harbour.example/",
                "<link rel='alternate' type='application/rss+xml' href='/feed.xml'><p>Harbour");
        opml(list(FEED));
        for (int i = 0; i < 49; i++) {
            String url = "https://harbour.example/" + i + ".xml";
            sites.xml(url, Fixtures.read("feed.xml"));
            assertThat(create(MINE, "{\"feedUrl\": \"" + url + "\"}").getStatusCode())
                    .isEqualTo(201);
        }

        APIGatewayV2HTTPResponse response =
                opml(
                        list(
                                "http://www.harbour.example/feed.xml",
                                "https://harbour.example/",
                                "https://down.example/"));

        assertThat(statuses(response)).containsExactly("followed", "followed", "invalid");
    }

    private static String list(String... feeds) {
        StringBuilder file = new StringBuilder("<opml version='2.0'><body>");
        for (String feed : feeds) {
            file.append("<outline text='x' xmlUrl='").append(feed).append("'/>");
        }
        return file.append("</body></opml>").toString();
    }

    @Test
    void anErrorWithOneFeedIsReportedForItAndNotForTheOthers() {
        sites.onRequest(
                url -> {
                    if (url.contains("down.example")) {
                        throw new IllegalStateException("a bug");
                    }
                });

        APIGatewayV2HTTPResponse response = opml(list("https://down.example/", FEED));

        Contract.assertValid("rest/subscription-import", response.getBody());
        assertThat(statuses(response)).containsExactly("invalid", "added");
        assertThat(response.getBody()).contains("/problems/internal-error");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-opml, windows-1252",
        "application/x-opml, UTF-16",
        "text/x-opml, UTF-8",
        "application/xml, UTF-8"
    })
    void aFileIsReadInItsOwnEncodingWhenItIsDeliveredAsBytes(String type, String charset) {
        String file =
                "<?xml version='1.0' encoding='"
                        + charset
                        + "'?><opml version='2.0'><body><outline text='D\u00f6rte' xmlUrl='"
                        + FEED
                        + "'/></body></opml>";
        String body = Base64.getEncoder().encodeToString(file.getBytes(Charset.forName(charset)));

        assertThat(opml(type, body, true).getBody()).contains("\"title\":\"D\u00f6rte\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | The file is no XML",
                "<opml version='2.0'><body/></opml> | lists no feeds",
                "<rss/> | no OPML",
            })
    void aFileThatIsNoListOfFeedsIsRefused(String file, String why) {
        APIGatewayV2HTTPResponse response = opml(file);
        assertThat(response.getStatusCode()).isEqualTo(422);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(response.getBody()).contains(why);
        assertThat(opml("x".repeat(300_000)).getStatusCode()).isEqualTo(413);
    }

    private APIGatewayV2HTTPResponse create(String account, String body) {
        return send(account, "POST /v1/subscriptions", Map.of(), body);
    }

    private APIGatewayV2HTTPResponse one(String account, String method, Map<?, ?> it, String body) {
        return send(
                account, method + " /v1/subscriptions/{id}", Map.of("id", text(it, "id")), body);
    }

    private static Map<?, ?> json(APIGatewayV2HTTPResponse response) {
        try {
            return Json.read(response.getBody(), Map.class);
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Map<?, ?> json, String name) {
        return String.valueOf(json.get(name));
    }

    private Map<?, ?> followed() {
        APIGatewayV2HTTPResponse response = create(MINE, "{\"feedUrl\":\"" + FEED + "\"}");
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(201);
        return json(response);
    }

    @Test
    void aFeedIsFollowed() {
        Map<?, ?> created = followed();
        Contract.assertValid("rest/subscription", Json.string(created));
        assertThat(text(created, "feedUrl")).isEqualTo(FEED);
        assertThat(text(created, "hookUrl")).startsWith(LoadPostApis.ORIGIN + "/v1/hooks/");
        assertThat(polls).isEmpty();

        APIGatewayV2HTTPResponse list = send(MINE, "GET /v1/subscriptions", Map.of(), "");
        Contract.assertValid("rest/subscriptions", list.getBody());
        assertThat((List<?>) json(list).get("subscriptions")).hasSize(1);
        assertThat(list.getBody()).doesNotContain("hookUrl");
        Contract.assertValid("rest/subscription", one(MINE, "GET", created, "").getBody());
    }

    @Test
    void theExamplesOfRequestsAreAccepted() {
        assertThat(
                        create(
                                        MINE,
                                        "{\"feedUrl\":\""
                                                + FEED
                                                + "\",\"voice\":\"Joanna\",\"respeak\":true,"
                                                + "\"postsPerDay\":3,\"convertLatest\":1,"
                                                + "\"options\":{\"code\":\"skip\"}}")
                                .getBody())
                .contains("\"voice\":\"Joanna\"", "\"postsPerDay\":3", "\"code\":\"skip\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /feedUrl",
                "{\"feedUrl\":\" \"} | /feedUrl",
                "{\"feedUrl\":\"https://harbour.example/feed.xml\",\"postsPerDay\":0} | /postsPerDay",
                "{\"feedUrl\":\"https://harbour.example/feed.xml\",\"postsPerDay\":1.5} | /postsPerDay",
                "{\"feedUrl\":\"https://harbour.example/feed.xml\",\"convertLatest\":11} | /convertLatest",
                "{\"feedUrl\":\"https://harbour.example/feed.xml\",\"voice\":\" \"} | /voice",
                "{\"feedUrl\":\"https://harbour.example/feed.xml\",\"options\":{\"code\":\"sing\"}} | /options/code",
            })
    void anInvalidFieldIsNamed(String body, String pointer) {
        APIGatewayV2HTTPResponse response = create(MINE, body);
        assertThat(response.getStatusCode()).isEqualTo(422);
        Contract.assertValid("rest/problem", response.getBody());
        assertThat(response.getBody()).contains("\"errors\":[{\"pointer\":\"" + pointer + "\"");
    }

    @Test
    void aSiteWithoutAFeedIsTheProblemOfThePosts() {
        sites.html("https://plain.example/", "<html><body>No feed.</body></html>");
        assertThat(create(MINE, "{\"feedUrl\":\"https://plain.example/\"}").getStatusCode())
                .isEqualTo(404);
        assertThat(create(MINE, "{\"feedUrl\":\"https://down.example/\"}").getStatusCode())
                .isEqualTo(502);
    }

    @Test
    void aFeedIsFollowedOnceByAnAccountAndAlsoByAnother() {
        followed();
        APIGatewayV2HTTPResponse again = create(MINE, "{\"feedUrl\":\"" + FEED + "\"}");
        assertThat(again.getStatusCode()).isEqualTo(422);
        assertThat(again.getBody()).contains("is followed already");
        assertThat(create(OTHER, "{\"feedUrl\":\"" + FEED + "\"}").getStatusCode()).isEqualTo(201);
    }

    @Test
    void thePostsOfAPrivateAccountArePrivate() {
        assertThat(create(OTHER, "{\"feedUrl\":\"" + FEED + "\"}").getBody())
                .contains("\"visibility\":\"private\"");
    }

    @Test
    void anAbsentFieldOfAChangeStaysAsItIs() {
        Map<?, ?> created = followed();
        Map<?, ?> changed =
                json(one(MINE, "PATCH", created, "{\"voice\":\"Brian\",\"paused\":true}"));
        assertThat(text(changed, "voice")).isEqualTo("Brian");
        assertThat(changed.containsKey("nextPollAt")).isFalse();
        assertThat(text(changed, "postsPerDay")).isEqualTo("10");

        changed = json(one(MINE, "PATCH", created, "{\"voice\":\"\"}"));
        assertThat(changed.containsKey("voice")).isFalse();
        assertThat(text(changed, "paused")).isEqualTo("true");
        Contract.assertValid("rest/subscription", Json.string(changed));
    }

    @Test
    void anotherAccountFindsNothing() {
        Map<?, ?> created = followed();
        for (String method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(one(OTHER, method, created, "{}").getStatusCode()).isEqualTo(404);
        }
        assertThat(text(json(one(OTHER, "GET", created, "")), "type"))
                .isEqualTo("/problems/subscription-not-found");
    }

    @Test
    void aDeletedSubscriptionAndItsHookAreGone() {
        Map<?, ?> created = followed();
        assertThat(one(MINE, "DELETE", created, "").getStatusCode()).isEqualTo(204);
        assertThat(one(MINE, "GET", created, "").getStatusCode()).isEqualTo(404);
        assertThat(call(created).getStatusCode()).isEqualTo(404);
    }

    private APIGatewayV2HTTPResponse call(Map<?, ?> subscription) {
        String url = text(subscription, "hookUrl");
        String secret = url.substring(url.lastIndexOf('/') + 1);
        return send("", "POST /v1/hooks/{secret}", Map.of("secret", secret), "not even JSON");
    }

    @Test
    void theBlogCallsItsHookWithoutAKeyAndAPollIsQueued() {
        Map<?, ?> created = followed();
        clock.advance(Duration.ofMinutes(5));
        APIGatewayV2HTTPResponse response = call(created);
        assertThat(response.getStatusCode()).isEqualTo(202);
        assertThat(polls.getLast().changed()).isTrue();
        assertThat(polls.getLast().requestedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aRenewedHookReplacesTheEarlierOne() {
        Map<?, ?> created = followed();
        Map<?, ?> renewed =
                json(
                        send(
                                MINE,
                                "POST /v1/subscriptions/{id}/hook",
                                Map.of("id", text(created, "id")),
                                ""));
        Contract.assertValid("rest/subscription", Json.string(renewed));
        assertThat(call(created).getStatusCode()).isEqualTo(404);
        assertThat(call(renewed).getStatusCode()).isEqualTo(202);
    }
}
