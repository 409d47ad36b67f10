package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.events.CloudEvent;
import io.parler.events.Redelivery;
import io.parler.events.UnreadableEvent;
import io.parler.http.Json;
import io.parler.status.AudioUrls;
import io.parler.status.ConversionDeleter;
import io.parler.status.ConversionRenamer;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.LongPoll;
import io.parler.status.TestSigner;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PostAudioIndex;
import io.parler.status.listen.PostAudioStoreInMemory;
import io.parler.status.plays.PlayCounter;
import io.parler.status.plays.PlayStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusApiTest {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String CONVERSION = "GET /v1/conversions/{id}";
    private static final String PLAYER = "GET /v1/conversions/{id}/player";
    private static final String PRIVATE_PLAYER = "GET /v1/conversions/{id}/player/private";
    private static final TestSigner SIGNER = new TestSigner();

    private final SettableClock clock = new SettableClock("2026-11-20T10:30:00Z");
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();
    private final PlayStoreInMemory plays = new PlayStoreInMemory();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private Runnable whenRenamed = () -> {};
    private final StatusRecorder recorder =
            new StatusRecorder(
                    conversions, posts, plays, clock, Redelivery.afterVisibilityTimeout());
    private final StatusApi api =
            new StatusApi(
                    conversions,
                    new LongPoll(conversions, clock, clock::advance),
                    new ConversionDeleter(
                            conversions,
                            (id, account) -> deleted.add(id + " " + account),
                            new PostAudioIndex(posts, conversions)::remove,
                            clock),
                    new ConversionRenamer(
                            conversions,
                            (id, account, title, revision) -> {
                                renamed.add(id + " " + account + " " + title + " " + revision);
                                whenRenamed.run();
                            },
                            clock),
                    new NewestAudio(posts, conversions),
                    new PlaysEndpoint(new PlayCounter(conversions, plays, clock), plays),
                    new AudioUrls("https://parler.example.com", SIGNER::get, clock));

    /// Each example of the answer is what the examples of the events lead to.
    @ParameterizedTest
    @CsvSource({
        "queued, conversion.requested.v1-url",
        "processing, conversion.requested.v1-url conversion.started.v1 conversion.progressed.v1",
        "completed, conversion.progressed.v1 conversion.completed.v1 conversion.requested.v1-url",
    })
    void theExamplesOfTheEventsLeadToTheExamplesOfTheBody(String answer, String events)
            throws Exception {
        record(events.split(" "));

        APIGatewayV2HTTPResponse response = get(CONVERSION, ID, Map.of(), Map.of());

        assertThat(response.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/conversion", response.getBody());
        Map<?, ?> expected = Json.read(Contract.body("conversion-" + answer), Map.class);
        Map<?, ?> body = Json.read(response.getBody(), Map.class);
        expected.forEach(
                (name, value) -> {
                    if (!name.equals("links")) {
                        assertThat(body.get(name)).as(name.toString()).isEqualTo(value);
                    }
                });
        assertThat(body.keySet()).hasSameSizeAs(expected.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversion.failed.v1",
                "conversion.failed.v1-dead-letter",
                "conversion.completed.v1-text",
                "conversion.requested.v1-text",
                "conversion.requested.v1-text-key",
                "conversion.requested.v1-feed-post",
                "conversion.started.v1",
            })
    void everyBodyIsValid(String event) throws Exception {
        record(event);

        Contract.assertValid("rest/conversion", get(CONVERSION, ID, Map.of(), Map.of()).getBody());
    }

    @Test
    void aProblemIsReturnedAsItWasPublished() throws Exception {
        record("conversion.failed.v1");

        Map<?, ?> body = Json.read(get(CONVERSION, ID, Map.of(), Map.of()).getBody(), Map.class);

        assertThat(body.get("error"))
                .isEqualTo(Json.read(Contract.body("conversion-failed"), Map.class).get("error"));
    }

    @Test
    void anUnchangedVersionIs304() throws Exception {
        record("conversion.completed.v1");
        APIGatewayV2HTTPResponse first = get(CONVERSION, ID, Map.of(), Map.of());
        String tag = first.getHeaders().get("ETag");

        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag)) {
            APIGatewayV2HTTPResponse again =
                    get(CONVERSION, ID, Map.of("wait", "20"), Map.of("if-none-match", known));

            assertThat(again.getStatusCode()).isEqualTo(304);
            assertThat(again.getBody()).isEmpty();
            assertThat(again.getHeaders()).containsEntry("ETag", tag);
        }
        assertThat(first.getHeaders()).containsEntry("Cache-Control", "no-cache");
        assertThat(
                        get(CONVERSION, ID, Map.of(), Map.of("if-none-match", "\"other\""))
                                .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void aWaitWithAnETagEndsWithAnotherVersion() throws Exception {
        record("conversion.started.v1");
        String tag = get(CONVERSION, ID, Map.of(), Map.of()).getHeaders().get("ETag");

        APIGatewayV2HTTPResponse inVain =
                get(CONVERSION, ID, Map.of("wait", "20"), Map.of("if-none-match", tag));
        assertThat(inVain.getStatusCode()).isEqualTo(304);
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:30:20Z");

        record("conversion.progressed.v1");
        APIGatewayV2HTTPResponse news =
                get(CONVERSION, ID, Map.of("wait", "20"), Map.of("if-none-match", tag));
        assertThat(news.getStatusCode()).isEqualTo(200);
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:30:20Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "nonsense", "<b>"})
    void anUnknownIdIs404(String id) {
        APIGatewayV2HTTPResponse answer = get(CONVERSION, id, Map.of(), Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(404);
        Contract.assertValid("rest/problem", answer.getBody());
        assertThat(answer.getBody()).contains("/problems/conversion-not-found");
        assertThat(answer.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(get(PLAYER, id, Map.of(), Map.of()).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "21", "soon", "1.5"})
    void aWaitIsFrom0To20Seconds(String wait) {
        assertThat(get(CONVERSION, ID, Map.of("wait", wait), Map.of()).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void aDeletedConversionIs410AndItsPlayerSaysSo() throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");

        APIGatewayV2HTTPResponse answer =
                get("DELETE /v1/conversions/{id}", ID, Map.of(), Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(204);
        assertThat(deleted).containsExactly(ID + " owner");
        APIGatewayV2HTTPResponse gone = get(CONVERSION, ID, Map.of("wait", "20"), Map.of());
        assertThat(gone.getStatusCode()).isEqualTo(410);
        Contract.assertValid("rest/problem", gone.getBody());
        assertThat(gone.getBody()).contains("/problems/conversion-deleted");
        APIGatewayV2HTTPResponse page = get(PLAYER, ID, Map.of(), Map.of());
        assertThat(page.getStatusCode()).isEqualTo(410);
        assertThat(page.getBody())
                .contains("This recording was deleted", "data-state=\"deleted\"")
                .doesNotContain("queues");
    }

    @Test
    void aConversionThatWasDeletedElsewhereIs410WhateverArrivesLater() throws Exception {
        record("conversion.deleted.v1", "conversion.requested.v1-url", "conversion.completed.v1");

        assertThat(get(CONVERSION, ID, Map.of(), Map.of()).getStatusCode()).isEqualTo(410);
    }

    @Test
    void theConversionOfAnotherAccountIsNotFound() throws Exception {
        record("conversion.failed.v1-billed");

        APIGatewayV2HTTPResponse answer =
                get("DELETE /v1/conversions/{id}", ID, Map.of(), Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(404);
        assertThat(answer.getBody()).contains("/problems/conversion-not-found");
        assertThat(deleted).isEmpty();
        assertThat(
                        get("DELETE /v1/conversions/{id}", "nonsense", Map.of(), Map.of())
                                .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aCompletedConversionGetsAnotherTitle() throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");

        APIGatewayV2HTTPResponse answer = rename("{\"title\": \" Queues,\\nread  aloud \"}");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/conversion", answer.getBody());
        assertThat(answer.getBody()).contains("\"title\":\"Queues, read aloud\"");
        assertThat(renamed).containsExactly(ID + " owner Queues, read aloud 1");
        APIGatewayV2HTTPResponse now = get(CONVERSION, ID, Map.of(), Map.of());
        assertThat(now.getHeaders().get("ETag")).isEqualTo(answer.getHeaders().get("ETag"));
        assertThat(get(PLAYER, ID, Map.of(), Map.of()).getBody()).contains("Queues, read aloud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": \" \\u00a0 \"}",
                "{\"title\": null}",
                "{\"title\": \"\\u200b\"}",
                "{\"title\": \"\\u2060 \\u00ad\"}",
                "{\"title\": \"\\u202e\"}"
            })
    void aTitleIsNeeded(String body) throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");

        assertThat(rename(body).getStatusCode()).isEqualTo(422);
        assertThat(rename("{\"title\": \"" + "x".repeat(501) + "\"}").getBody())
                .contains("is longer than 500 characters");
        assertThat(renamed).isEmpty();
    }

    @Test
    void aTitleDoesNotTurnTheTextAroundIt() throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");

        assertThat(rename("{\"title\": \"\\u202eQueues\\u2066 a\\u200db\"}").getBody())
                .contains("\"title\":\"Queues a\u200db\"");
    }

    @Test
    void aConversionThatIsDeletedWhileItIsRenamedIsGone() throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");
        whenRenamed = () -> get("DELETE /v1/conversions/{id}", ID, Map.of(), Map.of());

        APIGatewayV2HTTPResponse answer = rename("{\"title\": \"x\"}");

        assertThat(answer.getStatusCode()).isEqualTo(410);
        assertThat(answer.getBody()).contains("/problems/conversion-deleted");
    }

    @Test
    void onlyAReaderChangesTheTitleOfAPrivateConversion() throws Exception {
        record("conversion.completed.v1-private");
        Map<String, Object> writer = Map.of("accountId", "owner", "scopes", "convert");
        Map<String, Object> other = Map.of("accountId", "acc_other", "scopes", "convert");
        Map<String, Object> reader = Map.of("accountId", "owner", "scopes", "convert read");

        APIGatewayV2HTTPResponse refused = renameAs(writer);
        assertThat(refused.getStatusCode()).isEqualTo(403);
        assertThat(refused.getBody()).contains("/problems/scope-missing").doesNotContain("/audio/");
        assertThat(renameAs(other).getStatusCode()).isEqualTo(404);
        assertThat(renamed).isEmpty();

        assertThat(renameAs(reader).getBody()).contains("/audio/private/");
    }

    @Test
    void aKeyThatOnlyConvertsChangesTheTitleOfAPublicConversion() throws Exception {
        record("conversion.requested.v1-url", "conversion.completed.v1");

        assertThat(renameAs(Map.of("accountId", "owner", "scopes", "convert")).getStatusCode())
                .isEqualTo(200);
    }

    private APIGatewayV2HTTPResponse renameAs(Map<String, Object> context) {
        return sendAs(context, "PATCH /v1/conversions/{id}", "{\"title\": \"x\"}");
    }

    @Test
    void onlyACompletedConversionOfTheAccountGetsAnotherTitle() throws Exception {
        record("conversion.requested.v1-url");
        String body = "{\"title\": \"x\"}";
        assertThat(rename(body).getBody()).contains("/problems/conversion-not-completed");
        record("conversion.completed.v1");
        assertThat(get("DELETE /v1/conversions/{id}", ID, Map.of(), Map.of()).getStatusCode())
                .isEqualTo(204);
        assertThat(rename(body).getBody()).contains("/problems/conversion-deleted");
        assertThat(renamed).isEmpty();
    }

    @Test
    void theTitleOfAnotherAccountsConversionStays() throws Exception {
        record("conversion.failed.v1-billed");

        assertThat(rename("{\"title\": \"x\"}").getStatusCode()).isEqualTo(404);
    }

    private APIGatewayV2HTTPResponse rename(String body) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("PATCH /v1/conversions/{id}")
                        .withPathParameters(new HashMap<>(Map.of("id", ID)))
                        .withBody(body)
                        .build(),
                new LambdaContext());
    }

    @Test
    void theEventOfARenamingMatchesItsContract() {
        Contract.assertValid(
                "events/conversion.renamed.v1",
                CloudEvent.of(
                                "e-1",
                                "/parler/status",
                                ConversionRenamedV1.TYPE,
                                ID,
                                clock.instant(),
                                "c-1",
                                new ConversionRenamedV1("owner", "Queues, read aloud", 1))
                        .json());
    }

    @Test
    void theEventOfADeletionMatchesItsContract() {
        Contract.assertValid(
                "events/conversion.deleted.v1",
                CloudEvent.of(
                                "e-1",
                                "/parler/status",
                                ConversionDeletedV1.TYPE,
                                ID,
                                clock.instant(),
                                "c-1",
                                new ConversionDeletedV1("owner"))
                        .json());
    }

    @Test
    void thePlayerMayBeEmbeddedAnywhereAndHasNoInlineCode() throws Exception {
        record("conversion.completed.v1");

        APIGatewayV2HTTPResponse page = get(PLAYER, ID, Map.of(), Map.of());

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getHeaders().get("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors *")
                .doesNotContain("unsafe");
        assertThat(page.getHeaders()).doesNotContainKeys("X-Frame-Options", "Set-Cookie");
        assertThat(page.getHeaders().get("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({"player.js, text/javascript", "player.css, text/css"})
    void thePlayersFilesAreServedAndCachedByTheirVersion(String name, String type) {
        String path = pathOnPage(name);
        APIGatewayV2HTTPResponse file = file(path.split("/", 4)[2], name, Map.of());

        assertThat(file.getStatusCode()).isEqualTo(200);
        assertThat(file.getIsBase64Encoded()).isFalse();
        assertThat(file.getHeaders().get("Content-Type")).startsWith(type);
        assertThat(file.getHeaders())
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                .containsEntry("Access-Control-Allow-Origin", "*");
        String etag = file.getHeaders().get("ETag");
        assertThat(file("any", name, Map.of("if-none-match", etag)).getStatusCode()).isEqualTo(304);
        assertThat(file("any", name, Map.of()).getHeaders())
                .containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void thePlayerHasNoOtherFiles() {
        for (String name : List.of("strings.json", "player.css.map", "..", "")) {
            assertThat(file("any", name, Map.of()).getStatusCode()).as(name).isEqualTo(404);
        }
    }

    @Test
    void everyPageMayEmbedThePlayerButNothingElseIsAllowedToIt() throws Exception {
        record("conversion.completed.v1");
        APIGatewayV2HTTPResponse page =
                get(PLAYER, ID, Map.of("theme", "dark", "form", "mini"), Map.of());

        assertThat(page.getHeaders())
                .containsEntry("Cross-Origin-Embedder-Policy", "require-corp")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin");
        assertThat(page.getHeaders().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .endsWith("frame-ancestors *");
        assertThat(page.getBody()).contains("data-theme=\"dark\" data-form=\"mini\"");
    }

    /// The address of a file of the player, as its page has it.
    private String pathOnPage(String name) {
        String page = get(PLAYER, "none", Map.of(), Map.of()).getBody();
        int end = page.indexOf("/" + name + "\"") + name.length() + 1;
        return page.substring(page.lastIndexOf("\"/", end) + 1, end);
    }

    private APIGatewayV2HTTPResponse file(
            String version, String name, Map<String, String> headers) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /player/{version}/{file}")
                        .withPathParameters(new HashMap<>(Map.of("version", version, "file", name)))
                        .withHeaders(headers)
                        .build(),
                new LambdaContext());
    }

    @Test
    void aPrivateConversionIsFoundByItsAccountOnly() throws Exception {
        record("conversion.completed.v1-private");

        APIGatewayV2HTTPResponse own =
                getAs(Map.of("accountId", "owner", "scopes", "read"), CONVERSION);
        assertThat(own.getStatusCode()).isEqualTo(200);
        Contract.assertValid("rest/conversion", own.getBody());
        Matcher url = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(own.getBody());
        assertThat(url.find()).isTrue();
        String audio = url.group(1);
        assertThat(audio).startsWith("https://parler.example.com/audio/private/" + ID + "/");
        assertThat(SIGNER.verifies(audio)).isTrue();
        for (Map<String, Object> other : OTHERS) {
            assertThat(getAs(other, CONVERSION).getStatusCode()).as("%s", other).isEqualTo(404);
        }
    }

    @Test
    void theAnswerForAPrivateConversionStaysTheSameForHours() throws Exception {
        record("conversion.completed.v1-private");
        String tag = get(CONVERSION, ID, Map.of(), Map.of()).getHeaders().get("ETag");

        clock.advance(Duration.ofHours(1));
        assertThat(get(CONVERSION, ID, Map.of(), Map.of()).getHeaders()).containsEntry("ETag", tag);

        clock.advance(Duration.ofHours(12));
        assertThat(get(CONVERSION, ID, Map.of(), Map.of()).getHeaders().get("ETag"))
                .isNotEqualTo(tag);
    }

    @Test
    void thePlayerOfAPrivateConversionIsForItsAccountOnly() throws Exception {
        record("conversion.completed.v1-private");

        APIGatewayV2HTTPResponse open = get(PLAYER, ID, Map.of(), Map.of());
        assertThat(open.getStatusCode()).isEqualTo(302);
        assertThat(open.getHeaders()).containsEntry("Cache-Control", "no-store");
        APIGatewayV2HTTPResponse own =
                getAs(Map.of("accountId", "owner", "scopes", "read"), PRIVATE_PLAYER);
        assertThat(own.getStatusCode()).isEqualTo(200);
        assertThat(own.getBody()).contains("/audio/private/", "Signature=", "noindex");
        for (Map<String, Object> other : OTHERS) {
            APIGatewayV2HTTPResponse refused = getAs(other, PRIVATE_PLAYER);
            assertThat(refused.getStatusCode()).as("%s", other).isEqualTo(403);
            assertThat(refused.getBody())
                    .contains("This recording is private")
                    .doesNotContain("queues", "/audio/");
        }
    }

    @Test
    void nothingOfAPrivateRequestIsSeenWhileItIsConverted() throws Exception {
        String event =
                Contract.event("conversion.requested.v1-url")
                        .replace("\"options\":", "\"unused\":")
                        .replace(
                                "\"accountId\"",
                                "\"options\": {\"visibility\": \"private\"}, \"accountId\"");
        assertThat(SqsBatch.failures(recorder, event)).isEmpty();

        assertThat(getAs(Map.of("problem", "sign-in-required"), CONVERSION).getStatusCode())
                .isEqualTo(404);
        assertThat(get(CONVERSION, ID, Map.of(), Map.of()).getBody())
                .contains("\"visibility\":\"private\"");
    }

    private static final List<Map<String, Object>> OTHERS =
            List.of(
                    Map.of("problem", "sign-in-required"),
                    Map.of("accountId", "acc_other", "scopes", "read convert publish"),
                    Map.of("accountId", "owner", "scopes", "convert"));

    private APIGatewayV2HTTPResponse getAs(Map<String, Object> context, String route) {
        return sendAs(context, route, "");
    }

    private APIGatewayV2HTTPResponse sendAs(
            Map<String, Object> context, String route, String body) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(Map.of("id", ID))
                        .withBody(body)
                        .withRequestContext(
                                APIGatewayV2HTTPEvent.RequestContext.builder()
                                        .withAuthorizer(
                                                APIGatewayV2HTTPEvent.RequestContext.Authorizer
                                                        .builder()
                                                        .withLambda(context)
                                                        .build())
                                        .build())
                        .build(),
                new LambdaContext());
    }

    private void record(String... examples) throws UnreadableEvent {
        for (String example : examples) {
            String event = Contract.event(example);
            assertThat(CloudEvent.parse(event).subject()).isEqualTo(ID);
            assertThat(SqsBatch.failures(recorder, event)).isEmpty();
        }
    }

    private APIGatewayV2HTTPResponse get(
            String route, String id, Map<String, String> query, Map<String, String> headers) {
        return api.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(new HashMap<>(Map.of("id", id)))
                        .withQueryStringParameters(query)
                        .withHeaders(headers)
                        .build(),
                new LambdaContext());
    }
}
