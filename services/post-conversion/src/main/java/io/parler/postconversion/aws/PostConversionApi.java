package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.EventPublisher;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.http.Scope;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.MonthlyQuota;
import io.parler.postconversion.Outcome;
import io.parler.postconversion.RequestAcceptor;
import io.parler.problem.ProblemException;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `POST /v1/conversions`.
public final class PostConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(PostConversionApi.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final RequestAcceptor acceptor;
    private final String publicOrigin;
    private final HttpApi api =
            HttpApi.of(Route.needs(Scope.CONVERT, "POST /v1/conversions", this::postConversion));

    /// The function's environment variables.
    record Settings(
            Region region,
            String requestsTable,
            String quotasTable,
            String textsBucket,
            String eventsTopicArn,
            URI publicOrigin,
            long monthlyCharacters) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("REQUESTS_TABLE"),
                    environment.text("QUOTAS_TABLE"),
                    environment.text("TEXTS_BUCKET"),
                    environment.text("EVENTS_TOPIC_ARN"),
                    environment.address("PUBLIC_ORIGIN"),
                    environment.wholeNumber("MONTHLY_CHARACTERS"));
        }
    }

    public PostConversionApi() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private PostConversionApi(Settings settings) {
        this(acceptor(settings), settings.publicOrigin().toString());
    }

    PostConversionApi(RequestAcceptor acceptor, String publicOrigin) {
        this.acceptor = acceptor;
        this.publicOrigin = publicOrigin;
    }

    private static RequestAcceptor acceptor(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        InstantSource clock = InstantSource.system();
        UuidV7Generator ids = new UuidV7Generator(clock);
        EventPublisher publisher =
                new EventPublisher(
                        clients.sns(LIMITS),
                        settings.eventsTopicArn(),
                        "/parler/post-conversion",
                        clock,
                        () -> ids.get().toString());
        return new RequestAcceptor(
                new DynamoIdempotencyStore(dynamo, settings.requestsTable(), clock),
                new MonthlyQuota(
                        new DynamoUsageStore(dynamo, settings.quotasTable(), clock),
                        settings.monthlyCharacters(),
                        clock),
                new S3TextStore(clients.s3(LIMITS), settings.textsBucket()),
                new SnsRequestPublisher(publisher),
                ids,
                clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response postConversion(Request request) {
        request.requireBodyOfAtMost(ConversionRequestBody.MAX_BYTES);
        Optional<IdempotencyKey> key = key(request);
        ConversionRequestBody body = request.body(ConversionRequestBody.class);
        return accept(request, ConversionRequest.of(body), key);
    }

    private static Optional<IdempotencyKey> key(Request request) {
        Optional<String> header = request.header("Idempotency-Key");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(request.accountId(), header.get());
        if (key.isEmpty()) {
            throw new ProblemException(Problems.invalidKey());
        }
        return key;
    }

    private Response accept(
            Request request, ConversionRequest conversion, Optional<IdempotencyKey> key) {
        return switch (acceptor.accept(request.accountId(), conversion, key)) {
            case Outcome.Accepted accepted -> accepted(accepted);
            case Outcome.KeyReused _ -> Response.of(Problems.keyReused(), request);
            case Outcome.InFlight _ ->
                    Response.of(Problems.inFlight(), request).header("Retry-After", "1");
            case Outcome.QuotaExceeded quota ->
                    Response.of(Problems.quotaExceeded(quota.limit(), quota.used()), request)
                            .header(
                                    "Retry-After",
                                    Long.toString(quota.untilNextMonth().toSeconds() + 1));
            case Outcome.Unavailable _ ->
                    Response.of(Problems.unavailable(), request).header("Retry-After", "5");
        };
    }

    private Response accepted(Outcome.Accepted accepted) {
        LOG.atInfo()
                .addKeyValue("conversionId", accepted.id())
                .addKeyValue("replayed", accepted.replayed())
                .log("conversion accepted");
        ConversionAcceptedBody body = ConversionAcceptedBody.of(accepted.id(), publicOrigin);
        return Response.json(202, body)
                .header("Location", body.links().self())
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store");
    }
}
