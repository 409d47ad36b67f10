package io.parler.conversion.aws;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.Articles;
import io.parler.conversion.Problem;
import io.parler.conversion.Time;
import io.parler.http.Json;
import io.parler.logging.Correlation;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Articles from load-post, which is invoked directly with the request its API would get.
final class LoadPostArticles implements Articles {
    private static final String ROUTE = "GET /v1/article";

    /// A site that is away for a moment is asked again before the user is told.
    private static final Set<String> PASSING = Set.of("site-unreachable", "site-timeout");

    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final LambdaClient lambda;
    private final String function;
    private final Time time;
    private final int tries;
    private final Map<String, String> headers;

    private LoadPostArticles(
            LambdaClient lambda,
            String function,
            Time time,
            int tries,
            Map<String, String> headers) {
        this.lambda = lambda;
        this.function = function;
        this.time = time;
        this.tries = tries;
        this.headers = headers;
    }

    /// For what is spoken: the text as it is now, so no kept page is taken unasked.
    LoadPostArticles(LambdaClient lambda, String function, Time time) {
        this(lambda, function, time, TRIES, Map.of("cache-control", "no-cache"));
    }

    /// For somebody who looks at it and waits: the page as it was read a moment ago will do.
    static LoadPostArticles once(LambdaClient lambda, String function, Time time) {
        return new LoadPostArticles(lambda, function, time, 1, Map.of());
    }

    private record Answer(int statusCode, @Nullable String body, boolean isBase64Encoded) {
        byte[] content() {
            String text = body == null ? "" : body;
            return isBase64Encoded
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record ProblemJson(
            @Nullable String type, @Nullable String title, @Nullable String detail) {
        Problem problem(int status) {
            if (type == null || title == null) {
                throw new LoadPostUnavailable("load-post answered " + status);
            }
            String slug = type.substring(type.lastIndexOf('/') + 1);
            return new Problem(status, slug, title, detail == null ? title + "." : detail);
        }
    }

    @Override
    public Loaded page(String url) throws InterruptedException {
        return load(Map.of("url", url));
    }

    @Override
    public Loaded feedPost(String feedUrl, String postId) throws InterruptedException {
        return load(Map.of("feedUrl", feedUrl, "postId", postId));
    }

    private Loaded load(Map<String, String> query) throws InterruptedException {
        Loaded loaded = ask(query);
        for (int tried = 1; tried < tries && isPassing(loaded); tried++) {
            time.sleep(BETWEEN_TRIES);
            loaded = ask(query);
        }
        return loaded;
    }

    private static boolean isPassing(Loaded loaded) {
        return loaded instanceof Loaded.Refused(Problem problem)
                && PASSING.contains(problem.slug());
    }

    private Loaded ask(Map<String, String> query) {
        InvokeResponse invoked =
                lambda.invoke(
                        request ->
                                request.functionName(function)
                                        .payload(SdkBytes.fromByteArray(payload(query))));
        if (invoked.functionError() != null) {
            throw new LoadPostUnavailable("load-post failed: " + invoked.functionError());
        }
        try {
            return understood(Json.read(invoked.payload().asByteArrayUnsafe(), Answer.class));
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Loaded understood(Answer answer) throws JacksonException {
        int status = answer.statusCode();
        if (status == 200) {
            return new Loaded.Found(Json.read(answer.content(), ArticleV1.class).article());
        }
        Problem problem = Json.read(answer.content(), ProblemJson.class).problem(status);
        boolean refused = status >= 400 && status < 500 && status != 429;
        if (refused || PASSING.contains(problem.slug())) {
            return new Loaded.Refused(problem);
        }
        throw new LoadPostUnavailable("load-post answered " + status + " " + problem.slug());
    }

    /// API Gateway's payload format 2.0, as far as a handler reads it.
    private byte[] payload(Map<String, String> query) {
        Map<String, String> sent = new HashMap<>(headers);
        sent.put("x-correlation-id", Correlation.current().orElseGet(Correlation::mint));
        return Json.bytes(
                Map.of(
                        "version",
                        "2.0",
                        "routeKey",
                        ROUTE,
                        "rawPath",
                        "/v1/article",
                        "rawQueryString",
                        "",
                        "headers",
                        sent,
                        "queryStringParameters",
                        query,
                        "isBase64Encoded",
                        false));
    }
}
