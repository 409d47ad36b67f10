package io.parler.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.logging.Metrics;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import io.parler.snapshot.Snapshot;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One service's HTTP API behind API Gateway (payload format 2.0): finds the route by its key,
/// refuses callers without the scope it needs, turns every exception into a problem, puts the
/// deadline in scope, and adds the correlation id to the response and to each log line.
public final class HttpApi {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    /// For writing the response after the work has run out of time.
    private static final Duration RESPONSE_RESERVE = Duration.ofMillis(500);

    private final Map<String, Route> routes;

    private HttpApi(Map<String, Route> routes) {
        this.routes = routes;
    }

    public static HttpApi of(Route... routes) {
        return new HttpApi(
                Arrays.stream(routes).collect(Collectors.toMap(Route::key, Function.identity())));
    }

    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context) {
        long started = System.nanoTime();
        String requestId = requestId(event, context);
        String correlationId = Correlation.acceptOrCreate(callerCorrelationId(event.getHeaders()));
        try (LogContext _ = LogContext.open(requestId, correlationId)) {
            Request request = new Request(event, requestId, correlationId);
            Response response = answer(request, deadline(context));
            long ms = (System.nanoTime() - started) / 1_000_000;
            LOG.atInfo()
                    .addKeyValue("route", request.routeKey())
                    .addKeyValue("status", response.status())
                    .addKeyValue("bytes", response.body().length)
                    .addKeyValue("ms", ms)
                    .log("answered");
            if (!Snapshot.isPriming()) {
                Metrics.milliseconds("RequestTime", ms - response.waited().toMillis());
            }
            return WireResponse.of(response, request);
        }
    }

    private Response answer(Request request, Deadline deadline) {
        String routeKey = request.routeKey();
        if (Cors.isPreflight(routeKey)) {
            return Cors.preflight(request);
        }
        Route route = routes.get(routeKey);
        return route == null
                ? Response.of(Problem.of(ProblemType.NOT_FOUND, "No route " + routeKey), request)
                : Cors.answer(answer(route, request, deadline), route, request);
    }

    private static Response answer(Route route, Request request, Deadline deadline) {
        try {
            route.scope().ifPresent(scope -> request.caller().require(scope));
            return deadline.call(() -> route.endpoint().handle(request));
        } catch (ProblemException e) {
            LOG.atInfo().addKeyValue("problem", e.problem().slug()).log("problem");
            return refused(e.problem(), request);
        } catch (UnavailableException e) {
            LOG.atError().setCause(e).addKeyValue("route", route.key()).log("unavailable");
            countFailure();
            return Response.unavailable(request);
        } catch (Exception e) {
            LOG.atError().setCause(e).addKeyValue("route", route.key()).log("failed");
            countFailure();
            return Response.of(
                    Problem.of(
                            ProblemType.INTERNAL_ERROR,
                            "Try again in a moment. If it stays, send us the request id."),
                    request);
        }
    }

    private static void countFailure() {
        if (!Snapshot.isPriming()) {
            Metrics.count("RequestsFailed", 1);
        }
    }

    /// A 401 says how to sign in (RFC 9110, section 15.5.2); a cache must not keep it.
    private static Response refused(Problem problem, Request request) {
        Response response = Response.of(problem, request);
        return switch (problem.status()) {
            case 401 ->
                    response.header("WWW-Authenticate", "Bearer realm=\"parler\"")
                            .header("Cache-Control", "no-store");
            case 403 -> response.header("Cache-Control", "no-store");
            default -> response;
        };
    }

    private static Deadline deadline(Context context) {
        return Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()))
                .minus(RESPONSE_RESERVE);
    }

    private static @Nullable String callerCorrelationId(@Nullable Map<String, String> headers) {
        return headers == null ? null : headers.get("x-correlation-id");
    }

    /// The request id of API Gateway, or of the invocation if the request did not come through it.
    private static String requestId(APIGatewayV2HTTPEvent event, Context context) {
        return event.getRequestContext() == null || event.getRequestContext().getRequestId() == null
                ? context.getAwsRequestId()
                : event.getRequestContext().getRequestId();
    }
}
