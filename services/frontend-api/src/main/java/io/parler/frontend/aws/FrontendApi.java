package io.parler.frontend.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.frontend.ConversionId;
import io.parler.frontend.Document;
import io.parler.frontend.Library;
import io.parler.frontend.Pages;
import io.parler.frontend.Site;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/// The web site, the library, and what describes the API.
public final class FrontendApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Library library;
    private final String origin;
    private final Document openApi = Contracts.openApi();
    private final HttpApi api;

    public FrontendApi() {
        this(Settings.of(System.getenv(), "LIBRARY_TABLE", "PUBLIC_ORIGIN", "AWS_REGION"));
    }

    private FrontendApi(Settings settings) {
        this(
                new DynamoLibrary(
                        Clients.dynamoDb(settings.get("AWS_REGION")),
                        settings.get("LIBRARY_TABLE"),
                        Clock.systemUTC()),
                settings.get("PUBLIC_ORIGIN"));
    }

    FrontendApi(Library library, String origin) {
        this.library = library;
        this.origin = origin;
        SitePages pages = new SitePages(new Site(origin), new Pages(Contracts.problems()), origin);
        this.api =
                HttpApi.of(
                        Route.of("GET /v1/library", this::library),
                        Route.of("DELETE /v1/library/{id}", this::remove),
                        Route.of("GET /v1/openapi.json", this::openApi),
                        Route.of("GET /", pages::get),
                        Route.of("GET /{proxy+}", pages::get),
                        Route.of("HEAD /", pages::get),
                        Route.of("HEAD /{proxy+}", pages::get));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response library(Request request) {
        int limit = request.intQuery("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        Optional<ConversionId> before = request.query("cursor").map(FrontendApi::cursor);
        return Response.json(
                        200,
                        LibraryAnswer.of(library.page(request.accountId(), limit, before), origin))
                .header("Cache-Control", "no-store");
    }

    private Response remove(Request request) {
        boolean removed =
                ConversionId.parse(request.path("id"))
                        .filter(id -> library.remove(request.accountId(), id))
                        .isPresent();
        return removed
                ? Response.empty(204)
                : Response.of(
                        Problem.of(
                                404,
                                "conversion-not-found",
                                "There is no such conversion",
                                "It isn't on the list, or not any more."),
                        request);
    }

    private Response openApi(Request request) {
        return Response.of(200, openApi.contentType(), openApi.bytes())
                .header("Cache-Control", "no-cache")
                .header("Access-Control-Allow-Origin", "*");
    }

    private static ConversionId cursor(String cursor) {
        return LibraryAnswer.parseCursor(cursor)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.of(
                                                400,
                                                "invalid-parameter",
                                                "A parameter is not as it should be",
                                                "The cursor isn't one that this list gave.")));
    }
}
