package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.Json;
import io.parler.loadpost.cover.TestImages;
import io.parler.loadpost.load.FakeWebClient;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The route for other services, called as they call it.
class CoverRouteTest {
    private static final MinuteLimit PAGES =
            new MinuteLimit((_, _, _) -> true, 1, InstantSource.system());

    private static final String URL = "https://harbour.example/lead.png";

    private final FakeWebClient pages = new FakeWebClient();
    private final FakeWebClient pictures = new FakeWebClient();

    @Test
    void aPictureIsReturnedAsASmallJpeg() {
        pictures.file(URL, "image/png", TestImages.written("png", 1200, 800));
        APIGatewayV2HTTPResponse response = cover(Map.of("url", URL));
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders()).containsEntry("Content-Type", "image/jpeg");
        assertThat(response.getIsBase64Encoded()).isTrue();
        BufferedImage image = TestImages.read(Base64.getDecoder().decode(response.getBody()));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(pages.requests()).isEmpty();
    }

    @Test
    void theContentTypeOfAPictureDoesNotMatter() {
        pictures.file(URL, "text/plain", TestImages.written("gif", 20, 20));
        assertThat(cover(Map.of("url", URL)).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "URL_INVALID, 422 /problems/url-invalid",
        "URL_NOT_ALLOWED, 422 /problems/url-not-allowed",
        "SITE_UNREACHABLE, 502 /problems/site-unreachable",
        "SITE_TIMEOUT, 504 /problems/site-timeout",
        "SITE_REFUSED, 422 /problems/site-refused",
        "PAGE_NOT_FOUND, 422 /problems/page-not-found",
        "PAGE_TOO_LARGE, 422 /problems/no-picture"
    })
    void aPictureThatCannotBeFetchedIsAProblem(ProblemType reason, String problem)
            throws IOException {
        pictures.failing(URL, reason);
        assertThat(problem(cover(Map.of("url", URL)))).isEqualTo(problem);
    }

    @Test
    void aFileThatIsNoPictureIsAProblem() throws IOException {
        pictures.page(URL, "image/png", "<svg/>");
        assertThat(problem(cover(Map.of("url", URL)))).isEqualTo("422 /problems/no-picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/png;base64,iVBORw0KGgo=", " DATA:,x"})
    void aDataUrlIsNotAllowed(String url) throws IOException {
        assertThat(problem(cover(Map.of("url", url)))).isEqualTo("422 /problems/url-not-allowed");
        assertThat(pictures.requests()).isEmpty();
    }

    @Test
    void aMissingParameterIsNamed() {
        APIGatewayV2HTTPResponse response = cover(Map.of());
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getBody()).contains("'url'");
    }

    @Test
    void theTemplateHasNoRouteForCovers() throws IOException {
        assertThat(Files.readString(Path.of("template.yaml")))
                .contains("Path: /v1/article")
                .doesNotContain("/v1/cover", "Path: \"/{proxy+}", "Path: /v1/{", "$default");
    }

    private APIGatewayV2HTTPResponse cover(Map<String, String> query) {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/cover")
                        .withQueryStringParameters(query)
                        .build();
        return LoadPostApis.of(pages, pictures, PAGES).handleRequest(event, new LambdaContext());
    }

    private static String problem(APIGatewayV2HTTPResponse response) throws IOException {
        Contract.assertValid("rest/problem", response.getBody());
        return response.getStatusCode()
                + " "
                + Json.read(response.getBody(), Map.class).get("type");
    }
}
