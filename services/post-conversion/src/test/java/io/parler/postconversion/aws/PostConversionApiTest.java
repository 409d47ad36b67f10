package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.events.CloudEvent;
import io.parler.id.AccountId;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.AcceptedRequest;
import io.parler.postconversion.IdempotencyStoreInMemory;
import io.parler.postconversion.PublisherInMemory;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.TextStoreInMemory;
import io.parler.postconversion.collection.CollectionActions;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.CollectionSteps;
import io.parler.postconversion.collection.CollectionStoreInMemory;
import io.parler.postconversion.collection.PostSourceInMemory;
import io.parler.postconversion.collection.WorkflowInMemory;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.rate.MinuteLimit;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostConversionApiTest {
    private static final String APPROVE = "{\"action\": \"approve\"}";
    private static final String ORIGIN = "https://parler.example.com";
    private static final String PAGE = Contract.body("conversion-request-url");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30.128Z");
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final IdempotencyStoreInMemory idempotency = new IdempotencyStoreInMemory(clock);
    private final CollectionStoreInMemory collections = new CollectionStoreInMemory();
    private final WorkflowInMemory workflow = new WorkflowInMemory();
    private final PublisherInMemory publisher = new PublisherInMemory();
    private final Quota quota = new Quota(usage, new MonthlyCaps(200_000, 300_000), clock);
    private final Map<String, Integer> requests = new HashMap<>();
    private final PostConversionApi api =
            new PostConversionApi(
                    new PostConversionApi.Dependencies(
                            new RequestAcceptor(
                                    idempotency,
                                    new MinuteLimit(
                                            (account, _, max) ->
                                                    requests.merge(account, 1, Integer::sum) <= max,
                                            100,
                                            clock),
                                    quota,
                                    new TextStoreInMemory(),
                                    publisher,
                                    new UuidV7Generator(clock),
                                    clock),
                            quota,
                            ORIGIN,
                            clock,
                            new CollectionEndpoint(
                                    collections,
                                    new CollectionActions(
                                            collections,
                                            workflow,
                                            new CollectionSteps(
                                                    collections,
                                                    new PostSourceInMemory(),
                                                    quota,
                                                    (collection, post) -> {},
                                                    workflow,
                                                    new UuidV7Generator(clock))),
                                    idempotency,
                                    new UuidV7Generator(clock),
                                    clock)));

    @ParameterizedTest
    @ValueSource(strings = {"url", "feed-post", "text"})
    void eachExampleOfTheContractIsAcceptedAndPublished(String kind) {
        APIGatewayV2HTTPResponse answer = post(Contract.body("conversion-request-" + kind));

        assertThat(answer.getStatusCode()).isEqualTo(202);
        Contract.assertValid("rest/conversion-accepted", answer.getBody());
        String self = ORIGIN + "/v1/conversions/" + publisher.published.getFirst().id();
        assertThat(answer.getHeaders())
                .containsEntry("Location", self)
                .containsEntry("Retry-After", "1");
        assertThat(answer.getBody()).contains("\"" + self + "/player\"");
        Contract.assertValid(
                "events/conversion.requested.v1", event(publisher.published.getFirst()));
    }

    @Test
    void theEventHoldsTheKeyOfAStoredText() {
        post("{\"source\": {\"title\": \"Long\", \"text\": \"%s\"}}".formatted("ü".repeat(60_000)));

        String event = event(publisher.published.getFirst());
        Contract.assertValid("events/conversion.requested.v1", event);
        assertThat(event).contains("\"textKey\"").hasSizeLessThan(1_000);
    }

    @Test
    void theWorstTextStillFitsIntoAnEvent() {
        post(
                "{\"source\": {\"title\": \"%s\", \"text\": \"%s\"}}"
                        .formatted("\\u0001".repeat(500), "\\n".repeat(51_000) + "a"));

        assertThat(event(publisher.published.getFirst())).hasSizeBetween(100_000, 200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "null", "<xml/>", "{\"source\": "})
    void aBodyThatIsNotJsonIs400(String body) {
        assertProblem(post(body), 400, "invalid-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"source\": \"https://blog.example.com/\"}",
                "{\"source\": {\"url\": [\"https://blog.example.com/\"]}}",
                "{\"source\": {\"url\": \"nowhere\"}}",
                "{\"source\": {\"url\": \"https://blog.example.com/\"}, \"options\": 7}",
            })
    void anInvalidBodyIs422AndItsFieldsAreNamed(String body) {
        APIGatewayV2HTTPResponse answer = post(body);

        assertProblem(answer, 422, "invalid-body");
        assertThat(answer.getBody()).contains("\"errors\":[{\"pointer\":\"");
    }

    @Test
    void unknownFieldsAndOptionsAreIgnored() {
        assertThat(
                        post("{\"source\": {\"url\": \"https://a.example/\", \"x\": 1},"
                                        + " \"options\": {\"later\": [1]}, \"y\": {}}")
                                .getStatusCode())
                .isEqualTo(202);
    }

    @Test
    void optionsGoIntoTheEventUnchanged() {
        String request = Contract.body("conversion-request-options");

        assertThat(post(request).getStatusCode()).isEqualTo(202);
        String event = event(publisher.published.getLast());
        assertThat(event)
                .contains(
                        "\"options\":{\"code\":\"skip\",\"tables\":\"read\",\"quotes\":\"read\","
                                + "\"normalise\":false,\"visibility\":\"private\","
                                + "\"pronunciations\":[{\"text\":\"cron\",\"ipa\":\"krɒn\"},"
                                + "{\"text\":\"SQS\",\"letters\":true}]}");
        Contract.assertValid("events/conversion.requested.v1", event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\":\"shout\" | /code",
                "\"emoji\":true | /emoji",
                "\"pronunciations\":{} | /pronunciations",
                "\"pronunciations\":[7] | /pronunciations/0",
                "\"pronunciations\":[{\"alias\":\"a\"}] | /pronunciations/0/text",
                "\"pronunciations\":[{\"text\":\"a\"}] | /pronunciations/0",
                "\"pronunciations\":[{\"text\":\"a\",\"letters\":false}]"
                        + " | /pronunciations/0/letters",
                "\"pronunciations\":[{\"text\":\"a\",\"ipa\":\"a\",\"alias\":\"b\"}]"
                        + " | /pronunciations/0",
            })
    void anInvalidOptionIs422AndItsFieldIsNamed(String option, String pointer) {
        APIGatewayV2HTTPResponse answer =
                post(
                        "{\"source\":{\"url\":\"https://a.example/\"},\"options\":{%s}}"
                                .formatted(option));

        assertProblem(answer, 422, "invalid-body");
        assertThat(answer.getBody()).contains("{\"pointer\":\"/options" + pointer + "\"");
    }

    @Test
    void optionsTooLargeForAnEventAreRefused() {
        String rule = "{\"text\":\"%s\",\"alias\":\"b\"},".formatted("語".repeat(100));

        APIGatewayV2HTTPResponse answer =
                post(
                        "{\"source\":{\"url\":\"https://a.example/\"},\"options\":"
                                + "{\"pronunciations\":["
                                + rule.repeat(300)
                                + "{\"text\":\"a\",\"letters\":true}]}}");

        assertProblem(answer, 422, "invalid-body");
        assertThat(answer.getBody()).contains("{\"pointer\":\"/options\"");
    }

    @Test
    void aBodyOrATextThatIsTooLargeIs413() {
        assertProblem(post("{\"a\": \"" + "a".repeat(1_048_576) + "\"}"), 413, "body-too-large");
        assertProblem(
                post(
                        "{\"source\": {\"title\": \"t\", \"text\": \"%s\"}}"
                                .formatted("a".repeat(100_001))),
                413,
                "body-too-large");
    }

    @Test
    void theSameKeyGetsTheSameResponse() {
        APIGatewayV2HTTPResponse first = post(PAGE, "a-key");
        APIGatewayV2HTTPResponse again = post(PAGE.replace(" ", "\n "), "a-key");

        assertThat(again.getStatusCode()).isEqualTo(202);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders().get("Location"))
                .isEqualTo(first.getHeaders().get("Location"));
        assertProblem(post(PAGE.replace("cron", "coffee"), "a-key"), 422, "idempotency-key-reused");
    }

    @Test
    void aRequestInFlightIs409() {
        idempotency.crash();
        post(PAGE, "a-key");

        APIGatewayV2HTTPResponse answer = post(PAGE, "a-key");

        assertProblem(answer, 409, "request-in-flight");
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "1");
    }

    @Test
    void anInvalidKeyIs400() {
        assertProblem(post(PAGE, "a key"), 400, "invalid-parameter");
        assertProblem(post(PAGE, ""), 400, "invalid-parameter");
    }

    @Test
    void aUsedUpQuotaIs429AndSaysWhichCapHowMuchIsUsedAndWhenItEnds() {
        bill(200_000);

        APIGatewayV2HTTPResponse answer = post(PAGE);

        assertProblem(answer, 429, "quota-exceeded");
        assertThat(answer.getBody())
                .contains(
                        "The account's cap is 200,000 characters a month; 200,000 are used or"
                                + " reserved, and too few are left for this. It starts again at"
                                + " 2026-12-01T00:00:00Z.");
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "913470");
    }

    @Test
    void theCapOfTheInstallationIs429AndTellsNothingOfOtherAccounts() {
        new UsageLedger(usage)
                .settle(
                        new UUID(0, 1),
                        AccountId.of("acc_q7c2mzk4w5tdx3hb"),
                        YearMonth.of(2026, 11),
                        new Bill("polly", 300_001, BigDecimal.ZERO));

        APIGatewayV2HTTPResponse answer = post(PAGE);

        assertProblem(answer, 429, "quota-exceeded");
        assertThat(answer.getBody())
                .contains("The cap of this installation is 300,000 characters a month")
                .doesNotContain("300,001");
    }

    @Test
    void tooManyRequestsInAMinuteAre429() {
        APIGatewayV2HTTPResponse answer = post(PAGE);
        for (int i = 0; i < 100; i++) {
            answer = post("{\"source\": {\"title\": \"t\", \"text\": \"a\"}}");
        }

        assertProblem(answer, 429, "too-many-requests");
        assertThat(answer.getHeaders()).containsEntry("Retry-After", "30");
        assertThat(answer.getBody()).contains("100 conversions a minute", "begins in 30 s");
    }

    @Test
    void theUsageIsThatOfTheMonth() {
        bill(2_764);
        post(PAGE);

        String body = usage();

        Contract.assertValid("rest/usage", body);
        assertThat(body)
                .contains(
                        "\"month\":\"2026-11\",\"endsAt\":\"2026-12-01T00:00:00Z\"",
                        "\"characters\":{\"cap\":200000,\"billed\":2764,\"reserved\":8000}",
                        "\"services\":[{\"service\":\"polly\",\"characters\":2764,"
                                + "\"cost\":{\"currency\":\"USD\",\"amount\":0.0442}}]",
                        "\"installation\":{\"capReached\":false}");
    }

    @Test
    void theUsageOfAnAccountThatUsedNothingIsEmpty() {
        String body = usage();

        Contract.assertValid("rest/usage", body);
        assertThat(body).contains("\"billed\":0,\"reserved\":0", "\"services\":[]");
    }

    private String usage() {
        APIGatewayV2HTTPResponse answer =
                api.handleRequest(
                        APIGatewayV2HTTPEvent.builder().withRouteKey("GET /v1/usage").build(),
                        new LambdaContext());
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getHeaders()).containsEntry("Cache-Control", "no-store");
        return answer.getBody();
    }

    private void bill(long characters) {
        new UsageLedger(usage)
                .settle(
                        new UUID(0, 1),
                        AccountId.OWNER,
                        YearMonth.of(2026, 11),
                        new Bill("polly", characters, new BigDecimal("0.04424")));
    }

    @Test
    void anOutageIs503() {
        publisher.becomeUnavailable();

        assertProblem(post(PAGE, "a-key"), 503, "unavailable");
    }

    @Test
    void aCollectionIsMadeOnceForItsKeyAndStarted() {
        String body = "{\"feedUrl\":\"https://blog.example.com/\",\"latest\":3}";
        APIGatewayV2HTTPResponse made = collections("POST", "", body, "k-1");
        assertThat(made.getStatusCode()).as(made.getBody()).isEqualTo(202);
        Contract.assertValid("rest/collection", made.getBody());
        assertThat(collections("POST", "", body, "k-1").getBody()).isEqualTo(made.getBody());
        assertProblem(
                collections("POST", "", body.replace("3", "4"), "k-1"),
                422,
                "idempotency-key-reused");
        assertThat(workflow.started).hasSize(1);
        String id = workflow.started.getFirst().id().toString();
        assertThat(made.getHeaders()).containsEntry("Location", "/v1/collections/" + id);
        assertThat(collections("GET", id, "", "").getBody()).isEqualTo(made.getBody());
        APIGatewayV2HTTPResponse list = collections("GET", "", "", "");
        Contract.assertValid("rest/collections", list.getBody());
        assertThat(list.getBody()).contains(id);
    }

    @Test
    void anActionThatIsNotPossibleNowIs409AndAnUnknownOneIs422() {
        collections("POST", "", "{\"feedUrl\":\"https://blog.example.com/\"}", "");
        String id = workflow.started.getFirst().id().toString();
        assertProblem(action(id, "approve"), 409, "collection-state");
        assertProblem(action(id, "stop"), 422, "invalid-body");
        APIGatewayV2HTTPResponse cancelled = action(id, "cancel");
        assertThat(cancelled.getStatusCode()).isEqualTo(200);
        assertThat(cancelled.getBody()).contains("\"status\":\"cancelling\"");
        assertProblem(
                action("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012", "cancel"),
                404,
                "collection-not-found");
        assertProblem(collections("GET", "x", "", ""), 404, "collection-not-found");
    }

    @Test
    void aCollectionWhoseStartFailedIsStartedByARepetition() {
        String body = "{\"feedUrl\":\"https://blog.example.com/\"}";
        for (int i = 0; i < 4; i++) {
            collections("POST", "", body, "");
        }
        workflow.isUnavailable = true;
        assertProblem(collections("POST", "", body, "k-1"), 503, "unavailable");
        workflow.isUnavailable = false;
        APIGatewayV2HTTPResponse made = collections("POST", "", body, "k-1");
        assertThat(made.getStatusCode()).as(made.getBody()).isEqualTo(202);
        assertThat(workflow.started).hasSize(5);
        String id = workflow.started.getLast().id().toString();
        assertThat(made.getHeaders()).containsEntry("Location", "/v1/collections/" + id);
    }

    @Test
    void anApprovalStoresTheCapThatTheAccountHasByThen() {
        collections("POST", "", "{\"feedUrl\":\"https://blog.example.com/\"}", "");
        UUID id = workflow.started.getFirst().id();
        collections.move(
                AccountId.OWNER,
                id,
                Set.of(CollectionStatus.PREPARING),
                CollectionStatus.AWAITING_APPROVAL);
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        authorizer.setLambda(
                Map.of(
                        "accountId", AccountId.OWNER.value(),
                        "scopes", "read convert",
                        "monthlyCharacters", "5000"));
        APIGatewayV2HTTPEvent event = collectionEvent("PATCH", id.toString(), APPROVE, "");
        event.setRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withAuthorizer(authorizer).build());
        assertThat(api.handleRequest(event, new LambdaContext()).getStatusCode()).isEqualTo(200);
        assertThat(collections.get(AccountId.OWNER, id).orElseThrow().monthlyCap()).hasValue(5_000);
    }

    @Test
    void anAccountHasFiveCollectionsAtWorkAtMost() {
        String body = "{\"feedUrl\":\"https://blog.example.com/\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(collections("POST", "", body, "").getStatusCode()).isEqualTo(202);
        }
        assertProblem(collections("POST", "", body, ""), 422, "invalid-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"feedUrl\": \"https://a.example/\", \"latest\": 0}",
                "{\"feedUrl\": \"https://a.example/\", \"latest\": 1.5}",
                "{\"feedUrl\": \"https://a.example/\", \"latest\": 501}",
                "{\"feedUrl\": \"https://a.example/\", \"voice\": \" \"}"
            })
    void anInvalidCollectionIs422(String body) {
        assertProblem(collections("POST", "", body, ""), 422, "invalid-body");
        assertThat(workflow.started).isEmpty();
    }

    private APIGatewayV2HTTPResponse action(String id, String action) {
        return collections("PATCH", id, "{\"action\":\"" + action + "\"}", "");
    }

    private APIGatewayV2HTTPResponse collections(
            String method, String id, String body, String key) {
        return api.handleRequest(collectionEvent(method, id, body, key), new LambdaContext());
    }

    private static APIGatewayV2HTTPEvent collectionEvent(
            String method, String id, String body, String key) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(method + " /v1/collections" + (id.isEmpty() ? "" : "/{id}"))
                .withPathParameters(id.isEmpty() ? Map.of() : Map.of("id", id))
                .withHeaders(key.isEmpty() ? Map.of() : Map.of("idempotency-key", key))
                .withBody(body)
                .build();
    }

    private APIGatewayV2HTTPResponse post(String body) {
        return api.handleRequest(event(body, Map.of()), new LambdaContext());
    }

    private APIGatewayV2HTTPResponse post(String body, String key) {
        return api.handleRequest(event(body, Map.of("idempotency-key", key)), new LambdaContext());
    }

    private static APIGatewayV2HTTPEvent event(String body, Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /v1/conversions")
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    private String event(AcceptedRequest requested) {
        return CloudEvent.of(
                        "e-1",
                        "/parler/post-conversion",
                        ConversionRequestedV1.TYPE,
                        requested.id().toString(),
                        clock.instant(),
                        "c-1",
                        ConversionRequestedV1.of(requested))
                .json();
    }

    private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String slug) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("\"/problems/" + slug + "\"");
        Contract.assertValid("rest/problem", answer.getBody());
        assertThat(Contract.read("problems.json")).contains("\"" + slug + "\": {");
    }
}
