package io.parler.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.contract.SchemaValidator;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.TestSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The script and the ledger of a post, before and after its conversion.
@SharedSuite
class ScriptIT {
    private final Suite suite;
    private final ApiClient api;
    private final TestSite site;

    ScriptIT(Suite suite, ApiClient api, TestSite site) {
        this.suite = suite;
        this.api = api;
        this.site = site;
    }

    @AfterEach
    void noRules() {
        assertThat(rules("{\"rules\":[]}").status()).isEqualTo(200);
    }

    @Test
    void theLedgerHasEveryBlockOnceAndInOrder() {
        for (JsonNode post : api.posts(suite.url("/sample/")).json().path("posts")) {
            String url = post.path("url").asText();
            JsonNode article = api.article(url).json();
            ApiResponse script = script(url, "{}");

            assertThat(script.status()).as(script.toString()).isEqualTo(200);
            assertThat(SchemaValidator.errorsOfBody("script", script.text())).isEmpty();
            assertThat(treatments(script.json().path("ledger"), "block"))
                    .isEqualTo(treatments(article.path("blocks"), "id"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code      | announce | Code example, 2 lines of Java",
                "code      | read     | kettle.boil",
                "tables    | announce | Kettles compared",
                "tables    | read     | four",
                "figures   | announce | A blue kettle on a stove",
                "figures   | read     | The blue one",
                "quotes    | announce | A watched kettle boils",
                "quotes    | read     | A watched kettle boils",
                "footnotes | announce | Heard by three people",
                "footnotes | read     | Heard by three people",
                "urls      | announce | example.org",
                "urls      | read     | kettles/42",
                "emoji     | announce | party popper",
                "emoji     | read     | party popper",
            })
    void eachKindIsReadAnnouncedOrSkipped(String part, String policy, String said) {
        assertThat(speech("{\"%s\":\"%s\"}".formatted(part, policy))).containsIgnoringCase(said);
        assertThat(speech("{\"%s\":\"skip\"}".formatted(part))).doesNotContainIgnoringCase(said);
    }

    @Test
    void everySkippedBlockHasAReason() {
        JsonNode ledger =
                script(site.url("/every-kind"), "{\"code\":\"skip\"}").json().path("ledger");

        assertThat(ledger)
                .anySatisfy(
                        entry -> {
                            assertThat(entry.path("kind").asText()).isEqualTo("code");
                            assertThat(entry.path("spoken").asText()).isEqualTo("skipped");
                            assertThat(entry.path("reason").asText()).isNotEmpty();
                        });
    }

    @Test
    void theAccountsPronunciationsApplyToEveryScript() {
        assertThat(speech("{}")).contains("kubectl said");

        ApiResponse kept = rules("{\"rules\":[{\"text\":\"kubectl\",\"alias\":\"cube control\"}]}");

        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(SchemaValidator.errorsOfBody("pronunciations", kept.text())).isEmpty();
        assertThat(api.get("/v1/pronunciations").json()).isEqualTo(kept.json());
        assertThat(speech("{}")).contains("cube control said").doesNotContain("kubectl");
        assertThat(
                        speech(
                                "{\"pronunciations\":[{\"text\":\"kubectl\",\"alias\":\"kube cuttle\"}]}"))
                .contains("kube cuttle said");
    }

    @Test
    void aConversionFollowsItsScript() {
        String options =
                "{\"code\":\"read\",\"quotes\":\"skip\",\"pronunciations\":[{\"text\":\"SQL\",\"letters\":true}]}";
        String body = body(site.url("/every-kind"), options);
        JsonNode planned = api.post("/v1/scripts", body).json();

        JsonNode conversion = api.completed(ApiClient.accepted(api.post("/v1/conversions", body)));

        JsonNode transcript =
                api.get(conversion.at("/transcript/jsonUrl").asText()).json().path("segments");
        assertThat(blocks(transcript)).isEqualTo(blocks(planned.path("passages")));
        assertThat(conversion.path("characters")).isEqualTo(planned.path("characters"));
    }

    @Test
    void aChangedPronunciationIsBilledForItsPartOnly() {
        String url = site.url("/post/paid-by-the-part");
        api.completed(ApiClient.accepted(api.post("/v1/conversions", body(url, "{}"))));

        JsonNode again =
                api.completed(
                        ApiClient.accepted(
                                api.post(
                                        "/v1/conversions",
                                        body(
                                                url,
                                                "{\"pronunciations\":[{\"text\":\"Paragraph 2\",\"alias\":\"The second\"}]}"))));

        assertThat(again.path("billedCharacters").asLong())
                .isPositive()
                .isLessThan(again.path("characters").asLong() / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"loudly\"}",
                "{\"code\":1}",
                "{\"pronunciations\":{}}",
                "{\"pronunciations\":[{\"text\":\"SQL\"}]}",
                "{\"pronunciations\":[{\"text\":\"SQL\",\"alias\":\"sequel\",\"letters\":true}]}",
                "{\"pronunciations\":[{\"text\":\" \",\"alias\":\"sequel\"}]}",
            })
    void anInvalidOptionIsRefusedWithItsPointer(String options) {
        for (String path : List.of("/v1/scripts", "/v1/conversions")) {
            ApiResponse answer = api.post(path, body(site.url("/every-kind"), options));

            assertThat(answer.status()).as(path + " " + answer).isEqualTo(422);
            assertThat(answer.json().path("type").asText()).isEqualTo("/problems/invalid-body");
            assertThat(answer.json().at("/errors/0/pointer").asText()).startsWith("/options/");
        }
    }

    @Test
    void invalidRulesAreRefusedAndChangeNothing() {
        rules("{\"rules\":[{\"text\":\"SQL\",\"letters\":true}]}");

        ApiResponse refused = rules("{\"rules\":[{\"text\":\"SQL\",\"ipa\":\"\"}]}");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asText()).startsWith("/rules/0");
        assertThat(api.get("/v1/pronunciations").json().at("/rules/0/letters").asBoolean())
                .isTrue();
    }

    @Test
    void aScriptOfAPageWithoutArticleHasTheProblemOfLoadPost() {
        ApiResponse answer = script(site.url("/no-article"), "{}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/no-article");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        assertThat(api.article(site.url("/tagged")).status()).isEqualTo(200);
        int sent = site.sentWhole();

        ApiResponse again = api.article(site.url("/tagged"));

        assertThat(again.json().path("title").asText()).isEqualTo("A post with a tag");
        assertThat(site.sentWhole()).isEqualTo(sent).isPositive();
    }

    private String speech(String options) {
        ApiResponse script = script(site.url("/every-kind"), options);
        assertThat(script.status()).as(script.toString()).isEqualTo(200);
        var said = new ArrayList<String>();
        script.json()
                .path("passages")
                .forEach(
                        passage ->
                                said.add(
                                        passage.path("said")
                                                .asText(passage.path("text").asText())));
        return String.join("\n", said);
    }

    private ApiResponse script(String url, String options) {
        return api.post("/v1/scripts", body(url, options));
    }

    private static String body(String url, String options) {
        return "{\"source\":{\"url\":\"%s\"},\"options\":%s}".formatted(url, options);
    }

    private ApiResponse rules(String body) {
        return api.put("/v1/pronunciations", body);
    }

    private static List<String> treatments(JsonNode parts, String id) {
        var treatments = new ArrayList<String>();
        parts.forEach(
                part ->
                        treatments.add(
                                part.path(id).asText()
                                        + " "
                                        + part.path("kind").asText()
                                        + " "
                                        + part.path("spoken").asText()));
        return treatments;
    }

    /// The blocks of the passages, without duplicates.
    private static List<String> blocks(JsonNode said) {
        var blocks = new ArrayList<String>();
        said.forEach(
                part -> {
                    String block = part.path("block").asText();
                    if (blocks.isEmpty() || !blocks.getLast().equals(block)) {
                        blocks.add(block);
                    }
                });
        return blocks;
    }
}
