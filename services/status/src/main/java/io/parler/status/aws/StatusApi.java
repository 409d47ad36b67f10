package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.HttpApi;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.problem.Problem;
import io.parler.status.Conversion;
import io.parler.status.ConversionId;
import io.parler.status.Watch;
import io.parler.status.player.PlayerPage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// `GET /v1/conversions/{id}`, and the player that other pages can hold.
public final class StatusApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final Watch watch;
    private final String publicOrigin;
    private final PlayerFile script = PlayerFile.of("player.js", "text/javascript");
    private final PlayerFile style = PlayerFile.of("player.css", "text/css");
    private final HttpApi api =
            HttpApi.of(
                    Route.of("GET /v1/conversions/{id}", this::conversion),
                    Route.of("GET /v1/conversions/{id}/player", this::player),
                    Route.of("GET /player/player.js", request -> script.answer(request)),
                    Route.of("GET /player/player.css", request -> style.answer(request)));

    public StatusApi() {
        Settings settings = Settings.of(System.getenv(), "CONVERSIONS_TABLE", "PUBLIC_ORIGIN");
        this(
                new Watch(
                        new DynamoConversions(Clients.dynamo(), settings.get("CONVERSIONS_TABLE")),
                        Clock.systemUTC(),
                        Thread::sleep),
                settings.get("PUBLIC_ORIGIN"));
    }

    StatusApi(Watch watch, String publicOrigin) {
        this.watch = watch;
        this.publicOrigin = publicOrigin;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response conversion(Request request) throws InterruptedException {
        Duration wait = Duration.ofSeconds(request.intQuery("wait", 0, 0, LONGEST_WAIT_SECONDS));
        Optional<ConversionId> id = ConversionId.parse(request.path("id"));
        Optional<String> known = request.header("If-None-Match");
        Optional<Conversion> conversion =
                id.isEmpty() ? Optional.empty() : awaited(id.get(), known, wait);
        if (conversion.isEmpty()) {
            return Response.of(notFound(request), request).header("Cache-Control", "no-store");
        }
        byte[] body = body(conversion.get());
        EntityTag tag = EntityTag.of(body);
        Response response =
                known.isPresent() && tag.isIn(known.get())
                        ? Response.empty(304)
                        : Response.of(200, "application/json", body);
        return response.header("ETag", tag.value()).header("Cache-Control", "no-cache");
    }

    private Optional<Conversion> awaited(ConversionId id, Optional<String> known, Duration wait)
            throws InterruptedException {
        return known.isEmpty()
                ? watch.untilChanged(id, wait)
                : watch.until(id, now -> !EntityTag.of(body(now)).isIn(known.get()), wait);
    }

    private byte[] body(Conversion conversion) {
        return Json.bytes(ConversionBody.of(conversion, publicOrigin));
    }

    private static Problem notFound(Request request) {
        return Problem.of(
                404,
                "conversion-not-found",
                "There is no such conversion",
                "None has the id '" + request.path("id") + "'; they are kept for 400 days.");
    }

    private Response player(Request request) {
        Optional<Conversion> conversion =
                ConversionId.parse(request.path("id")).flatMap(watch::look);
        PlayerPage page = PlayerPage.of(conversion, publicOrigin);
        return Response.html(page.status(), page.html())
                .header("Content-Security-Policy", PlayerPage.CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", page.isFinal() ? "no-cache" : "no-store");
    }
}
