package io.parler.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.logging.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One service's HTTP API behind API Gateway (payload format 2.0): finds the route by its key,
/// answers every failure as a problem, and puts the correlation id on the answer and on each line.
public final class HttpApi {
    private static final Logger log = LoggerFactory.getLogger(HttpApi.class);
    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    private final Map<String, Endpoint> endpoints;

    private HttpApi(Map<String, Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    public static HttpApi of(Route... routes) {
        return new HttpApi(
                Arrays.stream(routes).collect(Collectors.toMap(Route::key, Route::endpoint)));
    }

    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context) {
        long started = System.nanoTime();
        String requestId = requestId(event, context);
        String correlationId = Correlation.acceptOrMint(callersId(event.getHeaders()));
        try (LogContext _ = LogContext.open(requestId, correlationId)) {
            Request request = new Request(event, requestId, correlationId);
            Response response = answer(request);
            long ms = (System.nanoTime() - started) / 1_000_000;
            log.atInfo()
                    .addKeyValue("route", request.routeKey())
                    .addKeyValue("status", response.status())
                    .addKeyValue("bytes", response.body().length)
                    .addKeyValue("ms", ms)
                    .log("answered");
            Metrics.milliseconds("RequestTime", ms);
            return wire(response, correlationId);
        }
    }

    private Response answer(Request request) {
        String routeKey = request.routeKey();
        Endpoint endpoint = endpoints.get(routeKey);
        if (endpoint == null) {
            return Response.of(
                    Problem.of(404, "not-found", "There is nothing here", "No route " + routeKey),
                    request);
        }
        try {
            return endpoint.handle(request);
        } catch (ProblemException e) {
            log.atInfo().addKeyValue("problem", e.problem().slug()).log("refused");
            return Response.of(e.problem(), request);
        } catch (Exception e) {
            log.atError().setCause(e).addKeyValue("route", routeKey).log("failed");
            Metrics.count("RequestsFailed", 1);
            return Response.of(
                    Problem.of(
                            500,
                            "internal-error",
                            "Something went wrong on our side",
                            "Try again in a moment. If it stays, send us the request id."),
                    request);
        }
    }

    private static APIGatewayV2HTTPResponse wire(Response response, String correlationId) {
        Map<String, String> headers = new LinkedHashMap<>(response.headers());
        headers.put(CORRELATION_HEADER, correlationId);
        boolean text = response.isText();
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(headers)
                .withBody(
                        text
                                ? new String(response.body(), StandardCharsets.UTF_8)
                                : Base64.getEncoder().encodeToString(response.body()))
                .withIsBase64Encoded(!text)
                .build();
    }

    private static @Nullable String callersId(@Nullable Map<String, String> headers) {
        return headers == null ? null : headers.get("x-correlation-id");
    }

    /// API Gateway's id where the request came through it, else the invocation's.
    private static String requestId(APIGatewayV2HTTPEvent event, Context context) {
        return event.getRequestContext() == null || event.getRequestContext().getRequestId() == null
                ? context.getAwsRequestId()
                : event.getRequestContext().getRequestId();
    }
}
