package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.LateConversions;
import io.parler.frontend.account.RecordedDeletions;
import io.parler.frontend.account.SigningSecretsInMemory;
import io.parler.frontend.podcast.EpisodeStoreInMemory;
import io.parler.frontend.podcast.PodcastStoreInMemory;
import io.parler.frontend.podcast.Samples;
import io.parler.http.Json;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodcastEndpointTest {
    private static final String CONVERSION = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String NEW =
            """
            {"title": "Queues, read aloud", "description": "Every post of my blog about queues, read aloud.",
             "link": "https://blog.example.com/", "language": "en-US", "author": "Ada Ferrer", "ownerEmail": "ada@example.com",
             "categories": ["Technology", "Society & Culture > Personal Journals"], "blog": "https://blog.example.com/"}\
            """;

    private final LibraryStoreInMemory library = new LibraryStoreInMemory();
    private final PodcastStoreInMemory podcasts = new PodcastStoreInMemory();
    private final EpisodeStoreInMemory episodes = new EpisodeStoreInMemory();
    private final AccountStoreInMemory accounts = new AccountStoreInMemory();
    private final FrontendRecorder recorder =
            new FrontendRecorder(
                    library,
                    podcasts,
                    episodes,
                    new LateConversions(accounts, new RecordedDeletions(new ArrayList<>())),
                    (_, _) -> {});
    private final FrontendApi api =
            new FrontendApi(
                    library,
                    accounts,
                    podcasts,
                    episodes,
                    new SigningSecretsInMemory(),
                    "https://parler.example.com",
                    new SettableClock("2026-11-20T12:00:00Z"));

    @Test
    void aNewPodcastIsThatOfTheContractWithTheEpisodesThatTheLibraryHas() throws Exception {
        record(Contract.event("conversion.completed.v1"));

        APIGatewayV2HTTPResponse response = create(NEW);
        JsonNode created = Json.tree(response.getBody());

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders())
                .containsEntry("Location", "/v1/podcasts/" + created.get("id").asText());
        assertThat(Contract.errors("rest/podcast", response.getBody())).isEmpty();
        assertThat(comparable(created)).isEqualTo(comparable(golden("podcast")));
    }

    @Test
    void theListIsThatOfTheContract() throws Exception {
        create(NEW);

        String body = call("GET /v1/podcasts", Map.of(), "").getBody();

        assertThat(Contract.errors("rest/podcasts", body)).isEmpty();
        assertThat(comparable(Json.tree(body).at("/podcasts/0")))
                .isEqualTo(comparable(golden("podcasts").at("/podcasts/0")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /title /description /link /language /author /categories",
                "{'title': ' ', 'categories': []} | /title /categories",
                "{'categories': ['Cooking']} | /categories/0",
                "{'categories': ['Arts', 'Arts', 'Arts', 'Arts']} | /categories",
                "{'link': 'nonsense'} | /link",
                "{'link': 'HTTPS://blog.example.com/'} | /link",
                "{'txt': ['\\u0085', 'fine', null]} | /txt/0 /txt/2",
                "{'language': 'English!'} | /language",
                "{'ownerEmail': 'ada'} | /ownerEmail",
                "{'blog': 'mailto:a@b.c'} | /blog",
                "{'visibility': 'secret'} | /visibility",
                "{'color': 'red'} | /color",
                "{'txt': ['']} | /txt/0"
            })
    void anInvalidFieldIsNamed(String fields, String pointers) throws Exception {
        ObjectNode body = (ObjectNode) Json.tree(NEW);
        JsonNode given = Json.tree(fields.replace('\'', '"'));
        if (given.isEmpty()) {
            body.removeAll();
        }
        body.setAll((ObjectNode) given);

        APIGatewayV2HTTPResponse response = create(body.toString());

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(Json.tree(response.getBody()).get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactlyInAnyOrder(pointers.split(" ", -1));
    }

    @Test
    void anAccountHasTwentyPodcasts() {
        for (int i = 0; i < 20; i++) {
            assertThat(create(NEW).getStatusCode()).isEqualTo(201);
        }
        assertThat(create(NEW).getStatusCode()).isEqualTo(422);
    }

    @Test
    void aChangeLeavesTheOtherFieldsAsTheyAre() throws Exception {
        String id = id(create(NEW));

        JsonNode changed =
                Json.tree(
                        call(
                                        "PATCH /v1/podcasts/{id}",
                                        Map.of("id", id),
                                        "{\"title\":\"Queues\",\"ownerEmail\":\"\"}")
                                .getBody());

        assertThat(changed.get("title").asText()).isEqualTo("Queues");
        assertThat(changed.has("ownerEmail")).isFalse();
        assertThat(changed.get("author").asText()).isEqualTo("Ada Ferrer");
        assertThat(changed.get("guid").asText())
                .isEqualTo(Json.tree(get(id).getBody()).get("guid").asText());
        assertThat(changed.get("checks"))
                .filteredOn(check -> !check.get("ok").asBoolean())
                .extracting(check -> check.get("id").asText())
                .containsExactly("episodes", "email");
    }

    @Test
    void anotherBlogBringsItsEpisodesAndDropsTheOthers() throws Exception {
        record(Contract.event("conversion.completed.v1"));
        String id = id(create(NEW));
        assertThat(Json.tree(get(id).getBody()).get("episodeCount").asInt()).isOne();

        String other = "{\"blog\":\"https://blog.example.com/2027\"}";
        call("PATCH /v1/podcasts/{id}", Map.of("id", id), other);
        assertThat(Json.tree(get(id).getBody()).get("episodeCount").asInt()).isZero();

        call("PATCH /v1/podcasts/{id}", Map.of("id", id), other.replace("2027", "2026"));
        assertThat(Json.tree(get(id).getBody()).get("episodeCount").asInt()).isOne();
    }

    @Test
    void anEpisodeIsAddedAndTakenOutByHand() throws Exception {
        record(Contract.event("conversion.completed.v1-text"));
        String id = id(create(NEW));
        Map<String, String> path = Map.of("id", id, "conversionId", CONVERSION);

        assertThat(
                        call("DELETE /v1/podcasts/{id}/episodes/{conversionId}", path, "")
                                .getStatusCode())
                .isEqualTo(404);
        assertThat(call("PUT /v1/podcasts/{id}/episodes/{conversionId}", path, "").getStatusCode())
                .isEqualTo(204);
        assertThat(feed(id, Map.of()).getBody()).contains("<item>");
        assertThat(
                        call("DELETE /v1/podcasts/{id}/episodes/{conversionId}", path, "")
                                .getStatusCode())
                .isEqualTo(204);
        assertThat(feed(id, Map.of()).getBody()).doesNotContain("<item>");
    }

    @Test
    void aConversionTakenOffTheLibraryIsNoEpisodeAnyMore() throws Exception {
        record(Contract.event("conversion.completed.v1"));
        String id = id(create(NEW));

        call("DELETE /v1/library/{id}", Map.of("id", CONVERSION), "");

        assertThat(feed(id, Map.of()).getBody()).doesNotContain("<item>");
    }

    @Test
    void aDeletedPodcastIsNotFound() throws Exception {
        record(Contract.event("conversion.completed.v1"));
        String id = id(create(NEW));

        assertThat(call("DELETE /v1/podcasts/{id}", Map.of("id", id), "").getStatusCode())
                .isEqualTo(204);

        assertThat(get(id).getStatusCode()).isEqualTo(404);
        assertThat(feed(id, Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(call("DELETE /v1/podcasts/{id}", Map.of("id", id), "").getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void aPodcastOfAnotherAccountIsNotFound() {
        podcasts.add(Samples.podcast(1), 20);
        var authorizer = new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        authorizer.setLambda(Map.of("accountId", "acc_other", "scopes", "read publish"));
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setAuthorizer(authorizer);
        APIGatewayV2HTTPEvent event =
                event("GET /v1/podcasts/{id}", Map.of("id", Samples.id(1).value()), "");
        event.setRequestContext(context);

        assertThat(api.handleRequest(event, new LambdaContext()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void aFeedThatAnAppHasIsNotSentAgain() throws Exception {
        String id = id(create(NEW));
        APIGatewayV2HTTPResponse first = feed(id, Map.of());

        APIGatewayV2HTTPEvent again = event("GET /v1/podcasts/{id}/feed.xml", Map.of("id", id), "");
        again.setHeaders(Map.of("if-none-match", first.getHeaders().get("ETag")));
        APIGatewayV2HTTPResponse second = api.handleRequest(again, new LambdaContext());

        assertThat(first.getHeaders())
                .containsEntry("Content-Type", "application/rss+xml; charset=utf-8")
                .containsEntry("Cache-Control", "public, max-age=300")
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(second.getStatusCode()).isEqualTo(304);
        assertThat(second.getBody()).isEmpty();

        record(Contract.event("conversion.completed.v1"));
        assertThat(api.handleRequest(again, new LambdaContext()).getStatusCode()).isEqualTo(200);
    }

    @Test
    void aPrivateFeedNeedsItsSecretAndTheOldOneEndsWithTheNew() throws Exception {
        String id = id(create(NEW));
        call("PATCH /v1/podcasts/{id}", Map.of("id", id), "{\"visibility\":\"private\"}");
        String secret = secret(get(id));

        assertThat(feed(id, Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(feed(id, Map.of("secret", "x")).getStatusCode()).isEqualTo(404);
        APIGatewayV2HTTPResponse opened = feed(id, Map.of("secret", secret));
        assertThat(opened.getStatusCode()).isEqualTo(200);
        assertThat(opened.getHeaders()).containsEntry("Cache-Control", "private, max-age=300");
        assertThat(opened.getBody()).contains("<itunes:block>Yes</itunes:block>");

        String replaced = secret(call("POST /v1/podcasts/{id}/secret", Map.of("id", id), ""));
        assertThat(feed(id, Map.of("secret", secret)).getStatusCode()).isEqualTo(404);
        assertThat(feed(id, Map.of("secret", replaced)).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "x, 400", "1, 200", "2, 404"})
    void aPageIsANumberOfAPageThatExists(String page, int status) throws Exception {
        assertThat(feed(id(create(NEW)), Map.of("page", page)).getStatusCode()).isEqualTo(status);
    }

    @Test
    void theArtworkIsStoredForAYearUnderItsOwnAddress() throws Exception {
        APIGatewayV2HTTPResponse created = create(NEW);
        String address = Json.tree(created.getBody()).get("artworkUrl").asText();
        String file = address.substring(address.lastIndexOf('/') + 1);

        APIGatewayV2HTTPResponse picture = artwork(id(created), file);
        assertThat(picture.getHeaders())
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(Base64.getDecoder().decode(picture.getBody())).startsWith(0x89, 'P', 'N', 'G');
        assertThat(artwork(id(created), "older.png").getHeaders())
                .containsEntry("Cache-Control", "public, max-age=300");
    }

    @Test
    void aCursorOfAnotherListIsInvalid() throws Exception {
        APIGatewayV2HTTPEvent event =
                event("POST /v1/podcasts/{id}/episodes", Map.of("id", id(create(NEW))), "");
        event.setQueryStringParameters(Map.of("cursor", "%%"));

        assertThat(api.handleRequest(event, new LambdaContext()).getStatusCode()).isEqualTo(400);
        event.setQueryStringParameters(Map.of());
        assertThat(
                        Json.tree(api.handleRequest(event, new LambdaContext()).getBody())
                                .at("/filled/looked")
                                .asInt())
                .isZero();
    }

    /// Without what is random: the id, and what follows from it.
    private static JsonNode comparable(JsonNode podcast) {
        String id = podcast.get("id").asText();
        ObjectNode copy = podcast.deepCopy();
        copy.put("id", "ID").put("guid", "GUID");
        for (String name : new String[] {"feedUrl", "artworkUrl"}) {
            copy.put(name, copy.get(name).asText().replace(id, "ID"));
        }
        return copy;
    }

    private static JsonNode golden(String name) throws Exception {
        return Json.tree(Contract.body(name));
    }

    private static String id(APIGatewayV2HTTPResponse response) throws Exception {
        return Json.tree(response.getBody()).get("id").asText();
    }

    private static String secret(APIGatewayV2HTTPResponse response) throws Exception {
        return Json.tree(response.getBody()).get("feedUrl").asText().split("secret=", 2)[1];
    }

    private APIGatewayV2HTTPResponse create(String body) {
        return call("POST /v1/podcasts", Map.of(), body);
    }

    private APIGatewayV2HTTPResponse get(String id) {
        return call("GET /v1/podcasts/{id}", Map.of("id", id), "");
    }

    private APIGatewayV2HTTPResponse artwork(String id, String file) {
        return call("GET /v1/podcasts/{id}/artwork/{file}", Map.of("id", id, "file", file), "");
    }

    private APIGatewayV2HTTPResponse feed(String id, Map<String, String> query) {
        APIGatewayV2HTTPEvent event = event("GET /v1/podcasts/{id}/feed.xml", Map.of("id", id), "");
        event.setQueryStringParameters(new HashMap<>(query));
        return api.handleRequest(event, new LambdaContext());
    }

    private APIGatewayV2HTTPResponse call(String route, Map<String, String> path, String body) {
        return api.handleRequest(event(route, path, body), new LambdaContext());
    }

    /// Without a request context it is the owner's.
    private static APIGatewayV2HTTPEvent event(
            String route, Map<String, String> path, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withPathParameters(path)
                .withBody(body)
                .build();
    }

    private void record(String event) {
        assertThat(
                        recorder.handleRequest(SqsBatch.of(event), new LambdaContext())
                                .getBatchItemFailures())
                .isEmpty();
    }
}
