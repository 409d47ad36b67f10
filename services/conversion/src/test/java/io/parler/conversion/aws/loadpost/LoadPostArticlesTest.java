package io.parler.conversion.aws.loadpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.ArticleLoader.Loaded;
import io.parler.conversion.testing.FakeTime;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

class LoadPostArticlesTest {
    private final Function function = new Function();
    private final LoadPostArticleLoader articles =
            new LoadPostArticleLoader(new LoadPostClient(function, "load-post"), new FakeTime());

    @Test
    void aConversionAsksForTheCurrentText() throws Exception {
        function.answers(200, Contract.read("rest/examples/article.json"));
        assertThat(articles.page("https://blog.example/")).isInstanceOf(Loaded.Found.class);
        assertThat(articles.feedPost("https://blog.example/feed", "1"))
                .isInstanceOf(Loaded.Found.class);
        assertThat(function.asked)
                .hasSize(2)
                .allSatisfy(
                        event ->
                                assertThat(Json.tree(event).at("/headers/cache-control").asText())
                                        .isEqualTo("no-cache"));
    }

    /// A fake of load-post with one response to all requests.
    private static final class Function implements LambdaClient {
        final List<String> asked = new ArrayList<>();
        private String answer = "";

        void answers(int status, String body) {
            answer = Json.string(Map.of("statusCode", status, "body", body));
        }

        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            asked.add(request.payload().asUtf8String());
            return InvokeResponse.builder().payload(SdkBytes.fromUtf8String(answer)).build();
        }

        @Override
        public String serviceName() {
            return "lambda";
        }

        @Override
        public void close() {}
    }
}
