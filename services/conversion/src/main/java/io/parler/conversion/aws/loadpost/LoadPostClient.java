package io.parler.conversion.aws.loadpost;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
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
        return Json.bytes(
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
    }
}
