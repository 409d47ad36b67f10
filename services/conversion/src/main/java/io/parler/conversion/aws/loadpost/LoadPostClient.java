package io.parler.conversion.aws.loadpost;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Caller;
import io.parler.http.Json;
import io.parler.id.Scope;
import io.parler.logging.Correlation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Invokes the function of load-post directly, with the requests its API would get.
public final class LoadPostClient {
    /// Whom a request is for, if it is not for this service: load-post counts the pages of an
    /// account.
    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private final LambdaClient lambda;
    private final String function;

    public LoadPostClient(LambdaClient lambda, String function) {
        this.lambda = lambda;
        this.function = function;
    }

    record Response(
            int statusCode,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            boolean isBase64Encoded) {
        byte[] content() {
            String text = body == null ? "" : body;
            byte[] bytes =
                    isBase64Encoded
                            ? Base64.getDecoder().decode(text)
                            : text.getBytes(StandardCharsets.UTF_8);
            return headers != null && "gzip".equals(headers.get("Content-Encoding"))
                    ? gunzip(bytes)
                    : bytes;
        }

        private static byte[] gunzip(byte[] bytes) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Does work that fetches pages for a caller.
    public static <T> T onBehalfOf(Caller caller, Work<T> work) throws InterruptedException {
        return ScopedValue.where(CALLER, caller).call(work::run);
    }

    /// Work that waits.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws InterruptedException;
    }

    /// Throws if the function failed or could not be invoked.
    Response get(String path, Map<String, String> query, Map<String, String> headers) {
        InvokeResponse invoked =
                lambda.invoke(
                        request ->
                                request.functionName(function)
                                        .payload(
                                                SdkBytes.fromByteArray(
                                                        payload(path, query, headers))));
        if (invoked.functionError() != null) {
            throw new LoadPostUnavailableException("load-post failed: " + invoked.functionError());
        }
        try {
            return Json.read(invoked.payload().asByteArrayUnsafe(), Response.class);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The fields of API Gateway's payload format 2.0 that a handler uses.
    private static byte[] payload(
            String path, Map<String, String> query, Map<String, String> headers) {
        Map<String, String> allHeaders = new HashMap<>(headers);
        // A large article fits into a response only when it is compressed.
        allHeaders.put("accept-encoding", "gzip");
        allHeaders.put("x-correlation-id", Correlation.current().orElseGet(Correlation::create));
        Map<String, Object> event =
                new HashMap<>(
                        Map.of(
                                "version",
                                "2.0",
                                "routeKey",
                                "GET " + path,
                                "rawPath",
                                path,
                                "rawQueryString",
                                "",
                                "headers",
                                allHeaders,
                                "queryStringParameters",
                                query,
                                "isBase64Encoded",
                                false));
        if (CALLER.isBound()) {
            event.put(
                    "requestContext",
                    Map.of("authorizer", Map.of("lambda", authorizerContext(CALLER.get()))));
        }
        return Json.bytes(event);
    }

    /// As the authorizer of an API gives it.
    private static Map<String, String> authorizerContext(Caller caller) {
        Map<String, String> context = new HashMap<>();
        context.put("accountId", caller.account().value());
        context.put("scopes", Scope.READ.word());
        caller.limits()
                .pagesPerMinute()
                .ifPresent(pages -> context.put("pagesPerMinute", Long.toString(pages)));
        return context;
    }
}
