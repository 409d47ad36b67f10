package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `GET /player?list=`, from the events to the responses.
class PlaylistApiTest {
    private static final String OTHER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9999";
    private static final String PODCAST = "pod_abcdefghijklmnopqrstuvwx";

    private final ListenFixture fixture = new ListenFixture();

    @Test
    void recordingsAreLinksWithoutScript() {
        APIGatewayV2HTTPResponse page = list(ListenFixture.ID + "," + OTHER);

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getBody())
                .contains(
                        "data-state=\"playlist\"",
                        "href=\"/v1/conversions/" + ListenFixture.ID + "/player\"",
                        ">Why queues beat cron</a>",
                        "noindex")
                .doesNotContain(OTHER);
        assertThat(page.getHeaders())
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(page.getHeaders().get("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aListOfNothingIsNotFound() {
        assertThat(list(OTHER).getStatusCode()).isEqualTo(404);
    }

    @Test
    void aPodcastAndTheLibraryAreReadByTheScript() {
        assertThat(list(PODCAST).getBody())
                .contains("data-feed=\"/v1/podcasts/" + PODCAST + "/feed.xml\"");
        assertThat(list("library").getBody())
                .contains(
                        "data-library=\"/v1/library?limit=100\"",
                        "<html class=\"root\" lang=\"fr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pod_x", "queues", ListenFixture.ID + ",\"><script>"})
    void anotherListIsAProblem(String list) {
        assertThat(list(list).getStatusCode()).isEqualTo(400);
    }

    @Test
    void aListHasAnEnd() {
        String ids =
                IntStream.range(1000, 1051)
                        .mapToObj(number -> "01a1f874-3e50-7c41-8f3a-2b6d5e7f" + number)
                        .collect(Collectors.joining(","));

        assertThat(list(ids).getStatusCode()).isEqualTo(400);
        assertThat(list(ids.substring(37)).getStatusCode()).isEqualTo(404);
    }

    private APIGatewayV2HTTPResponse list(String list) {
        return fixture.get(
                "GET /player",
                Map.of(),
                Map.of("list", list),
                Map.of("accept-language", "fr-CH, en;q=0.5"));
    }
}
