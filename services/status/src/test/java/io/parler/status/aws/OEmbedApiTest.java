package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/// oEmbed 1.0, for the addresses of players, pages and posts.
class OEmbedApiTest {
    private static final String ORIGIN = ListenFixture.ORIGIN;
    private static final String OF_CONVERSION =
            ORIGIN + "/v1/conversions/" + ListenFixture.ID + "/player";
    private static final String OF_POST =
            ORIGIN
                    + "/listen?url=https%3A%2F%2Fblog.example.com%2F2026%2F11%2Fwhy-queues-beat-cron";

    private final ListenFixture fixture = new ListenFixture();

    @Test
    void theResponseIsTheExample() throws Exception {
        APIGatewayV2HTTPResponse response = get(Map.of("url", ListenFixture.POST));

        Contract.assertValid("rest/oembed", response.getBody());
        Map<?, ?> body = Json.read(response.getBody(), Map.class);
        Map<?, ?> example = Json.read(Contract.body("oembed"), Map.class);
        assertThat(body.equals(example)).as(response.getBody()).isTrue();
        assertThat(response.getHeaders())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Access-Control-Allow-Origin", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.com/2026/11/why-queues-beat-cron/?utm_source=x, " + OF_POST,
        OF_POST + ", " + OF_POST,
        OF_POST + "&account=owner#t=7, " + OF_POST,
        OF_CONVERSION + ", " + OF_CONVERSION,
        OF_CONVERSION + "?form=mini#t=75, " + OF_CONVERSION,
        "http://PARLER.example.com/v1/conversions/"
                + ListenFixture.ID
                + "/player, "
                + OF_CONVERSION,
        ORIGIN + "/listen/" + ListenFixture.ID + "/why-queues-beat-cron, " + OF_CONVERSION,
        ORIGIN + "/listen/" + ListenFixture.ID + "/other?x=1, " + OF_CONVERSION,
        ORIGIN + "/listen/" + ListenFixture.ID + ", " + OF_CONVERSION,
    })
    void everyAddressOfAPlayerHasItsFrame(String url, String player) throws Exception {
        assertThat(html(Map.of("url", url))).startsWith("<iframe src=\"" + player + "\" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.com/other",
                ORIGIN + "/",
                ORIGIN + "/listen",
                ORIGIN + "/listen?url=%",
                ORIGIN + "/listen?url=queues",
                OF_POST + "&account=A%20B",
                ORIGIN + "/v1/conversions/nonsense/player",
                ORIGIN + "/v1/conversions/01a1f874-3e50-7c41-8f3a-2b6d5e7f9013/player",
                "queues",
            })
    void anAddressWithoutAudioIs404(String url) {
        APIGatewayV2HTTPResponse response = get(Map.of("url", url));

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(response.getBody()).contains("/problems/no-audio");
    }

    @Test
    void anotherAccountHasItsOwnAudio() {
        assertThat(
                        get(Map.of("url", ListenFixture.POST, "account", "acc_q7c2mzk4w5tdx3hb"))
                                .getStatusCode())
                .isEqualTo(404);
        assertThat(get(Map.of("url", OF_POST + "&account=acc_q7c2mzk4w5tdx3hb")).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherFormatIs501AndAWrongParameter400() {
        assertThat(get(Map.of("url", OF_POST, "format", "yaml")).getStatusCode()).isEqualTo(501);
        assertThat(get(Map.of()).getStatusCode()).isEqualTo(400);
        assertThat(get(Map.of("url", OF_POST, "maxwidth", "wide")).getStatusCode()).isEqualTo(400);
        assertThat(get(Map.of("url", OF_POST, "maxheight", "0")).getStatusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"320, , 320, 200", ", 120, 640, 120", "5000, 5000, 640, 200", "100, 50, 100, 50"})
    void theFrameFitsWhereTheSiteHasRoom(String maxWidth, String maxHeight, int width, int height)
            throws Exception {
        Map<String, String> query = new LinkedHashMap<>(Map.of("url", OF_POST));
        query.put("maxwidth", maxWidth == null ? "" : maxWidth);
        query.put("maxheight", maxHeight == null ? "" : maxHeight);

        Map<?, ?> body = Json.read(get(query).getBody(), Map.class);

        assertThat(body.get("width")).isEqualTo(width);
        assertThat(body.get("height")).isEqualTo(height);
        assertThat(html(query)).contains("width=\"" + width + "\"", "height=\"" + height + "\"");
    }

    /// By the platform's parser, which is strict.
    @Test
    void theXmlHasTheSameMembers() throws Exception {
        APIGatewayV2HTTPResponse response = get(Map.of("url", OF_POST, "format", "xml"));

        assertThat(response.getHeaders().get("Content-Type")).startsWith("text/xml");
        Document xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        response.getBody().getBytes(StandardCharsets.UTF_8)));
        Map<String, String> members = new LinkedHashMap<>();
        for (Node node = xml.getDocumentElement().getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            members.put(node.getNodeName(), node.getTextContent());
        }
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("oembed");
        Map<?, ?> json = Json.read(get(Map.of("url", OF_POST)).getBody(), Map.class);
        assertThat(members).hasSameSizeAs(json);
        members.forEach(
                (name, value) ->
                        assertThat(value).as(name).isEqualTo(String.valueOf(json.get(name))));
    }

    private String html(Map<String, String> query) throws Exception {
        return String.valueOf(Json.read(get(query).getBody(), Map.class).get("html"));
    }

    private APIGatewayV2HTTPResponse get(Map<String, String> query) {
        return fixture.get("GET /oembed", Map.of(), query, Map.of());
    }
}
