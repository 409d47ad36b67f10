package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.events.EventPublisher;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.postconversion.ConversionIds;
import io.parler.postconversion.ConversionRequest;
import io.parler.postconversion.Draft;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.MonthlyQuota;
import io.parler.postconversion.Outcome;
import io.parler.postconversion.PostConversion;
import io.parler.problem.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `POST /v1/conversions`.
public final class PostConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(PostConversionApi.class);
    private static final int MOST_BYTES = 1_048_576;

    private final PostConversion conversions;
    private final String publicOrigin;
    private final HttpApi api = HttpApi.of(Route.of("POST /v1/conversions", this::postConversion));

    public PostConversionApi() {
        Settings settings =
                Settings.of(
                        System.getenv(),
                        "REQUESTS_TABLE",
                        "QUOTAS_TABLE",
                        "TEXTS_BUCKET",
                        "EVENTS_TOPIC_ARN",
                        "PUBLIC_ORIGIN",
                        "MONTHLY_CHARACTERS");
        Clock clock = Clock.systemUTC();
        ConversionIds ids = new ConversionIds(clock, new SecureRandom());
        DynamoDbClient dynamo = Clients.dynamo();
        EventPublisher publisher =
                new EventPublisher(
                        Clients.sns(),
                        settings.get("EVENTS_TOPIC_ARN"),
                        "/parler/post-conversion",
                        clock,
                        () -> ids.get().toString());
        this(
                new PostConversion(
                        new DynamoRequests(dynamo, settings.get("REQUESTS_TABLE"), clock),
                        new MonthlyQuota(
                                new DynamoQuotas(dynamo, settings.get("QUOTAS_TABLE"), clock),
                                Long.parseLong(settings.get("MONTHLY_CHARACTERS")),
                                clock),
                        new S3Texts(Clients.s3(), settings.get("TEXTS_BUCKET")),
                        new SnsRequestedEvents(publisher),
                        ids,
                        clock),
                settings.get("PUBLIC_ORIGIN"));
    }

    PostConversionApi(PostConversion conversions, String publicOrigin) {
        this.conversions = conversions;
        this.publicOrigin = publicOrigin;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response postConversion(Request request) {
        int bytes = request.bodyBytes().length;
        if (bytes > MOST_BYTES) {
            throw new ProblemException(Refusals.bodyTooLarge(bytes, MOST_BYTES));
        }
        Optional<IdempotencyKey> key = key(request);
        Draft draft = request.body(ConversionBody.class).draft();
        return switch (draft.check()) {
            case Draft.Checked.Invalid invalid ->
                    Response.of(Refusals.invalidBody(invalid.violations()), request);
            case Draft.Checked.TooLong text ->
                    Response.of(Refusals.textTooLong(text.characters(), text.most()), request);
            case Draft.Checked.Valid valid -> accept(request, valid.request(), key);
        };
    }

    private static Optional<IdempotencyKey> key(Request request) {
        Optional<String> header = request.header("Idempotency-Key");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(request.accountId(), header.get());
        if (key.isEmpty()) {
            throw new ProblemException(Refusals.invalidKey());
        }
        return key;
    }

    private Response accept(
            Request request, ConversionRequest wanted, Optional<IdempotencyKey> key) {
        return switch (conversions.accept(request.accountId(), wanted, key)) {
            case Outcome.Accepted accepted -> accepted(accepted);
            case Outcome.KeyReused _ -> Response.of(Refusals.keyReused(), request);
            case Outcome.InFlight _ ->
                    Response.of(Refusals.inFlight(), request).header("Retry-After", "1");
            case Outcome.QuotaExceeded quota ->
                    Response.of(Refusals.quotaExceeded(quota.limit(), quota.used()), request)
                            .header(
                                    "Retry-After",
                                    Long.toString(quota.untilNextMonth().toSeconds() + 1));
            case Outcome.Unavailable _ ->
                    Response.of(Refusals.unavailable(), request).header("Retry-After", "5");
        };
    }

    private Response accepted(Outcome.Accepted accepted) {
        LOG.atInfo()
                .addKeyValue("conversionId", accepted.id())
                .addKeyValue("replayed", accepted.replayed())
                .log("conversion accepted");
        AcceptedBody body = AcceptedBody.of(accepted.id(), publicOrigin);
        return Response.json(202, body)
                .header("Location", body.links().self())
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store");
    }
}
