package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.DynamoMinuteCounter;
import io.parler.aws.Environment;
import io.parler.events.EventPublisher;
import io.parler.http.Caller;
import io.parler.http.HttpApi;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.Account;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.Outcome;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.problem.ProblemException;
import io.parler.rate.MinuteLimit;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.Visibility;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// `POST /v1/conversions` and `GET /v1/usage`.
public final class PostConversionApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(PostConversionApi.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final Dependencies dependencies;
    private final HttpApi api =
            HttpApi.of(
                    Route.needs(Scope.CONVERT, "POST /v1/conversions", this::postConversion),
                    Route.needs(Scope.READ, "GET /v1/usage", this::usage));

    /// The function's environment variables.
    record Settings(
            Region region,
            String requestsTable,
            String quotasTable,
            String textsBucket,
            String eventsTopicArn,
            URI publicOrigin,
            MonthlyCaps caps,
            long conversionsPerMinute) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("REQUESTS_TABLE"),
                    environment.text("QUOTAS_TABLE"),
                    environment.text("TEXTS_BUCKET"),
                    environment.text("EVENTS_TOPIC_ARN"),
                    environment.address("PUBLIC_ORIGIN"),
                    new MonthlyCaps(
                            environment.wholeNumber("MONTHLY_CHARACTERS"),
                            environment.wholeNumber("INSTALLATION_MONTHLY_CHARACTERS")),
                    environment.wholeNumber("CONVERSIONS_PER_MINUTE"));
        }
    }

    /// What the routes use.
    record Dependencies(
            RequestAcceptor acceptor, Quota quota, String publicOrigin, InstantSource clock) {
        static Dependencies of(Settings settings) {
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
            Quota quota =
                    new Quota(
                            new DynamoUsageStore(dynamo, settings.quotasTable(), clock),
                            settings.caps(),
                            clock);
            RequestAcceptor acceptor =
                    new RequestAcceptor(
                            new DynamoIdempotencyStore(dynamo, settings.requestsTable(), clock),
                            new MinuteLimit(
                                    new DynamoMinuteCounter(dynamo, settings.quotasTable()),
                                    settings.conversionsPerMinute(),
                                    clock),
                            quota,
                            new S3TextStore(clients.s3(LIMITS), settings.textsBucket()),
                            new SnsRequestPublisher(publisher),
                            ids,
                            clock);
            return new Dependencies(acceptor, quota, settings.publicOrigin().toString(), clock);
        }
    }

    public PostConversionApi() {
        this(Dependencies.of(Environment.read(System.getenv(), Settings::of)));
    }

    PostConversionApi(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response usage(Request request) {
        Caller caller = request.caller();
        return Response.json(
                        200,
                        UsageBody.of(
                                dependencies
                                        .quota()
                                        .report(
                                                caller.account(),
                                                caller.limits().monthlyCharacters())))
                .header("Cache-Control", "no-store");
    }

    private Response postConversion(Request request) {
        request.requireBodyOfAtMost(ConversionRequestBody.MAX_BYTES);
        Caller caller = request.caller();
        Account account =
                new Account(
                        caller.account(),
                        caller.limits().monthlyCharacters(),
                        caller.limits().conversionsPerMinute(),
                        caller.isPrivate() ? Visibility.PRIVATE : Visibility.PUBLIC);
        Optional<IdempotencyKey> key = key(request, account.id());
        ConversionRequestBody body = request.body(ConversionRequestBody.class);
        return accept(request, account, ConversionRequest.of(body), key);
    }

    private static Optional<IdempotencyKey> key(Request request, AccountId account) {
        Optional<String> header = request.header("Idempotency-Key");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(account, header.get());
        if (key.isEmpty()) {
            throw new ProblemException(Problems.invalidKey());
        }
        return key;
    }

    private Response accept(
            Request request,
            Account account,
            ConversionRequest conversion,
            Optional<IdempotencyKey> key) {
        return switch (dependencies.acceptor().accept(account, conversion, key)) {
            case Outcome.Accepted accepted -> accepted(accepted);
            case Outcome.KeyReused _ -> Response.of(Problems.keyReused(), request);
            case Outcome.InFlight _ ->
                    Response.of(Problems.inFlight(), request).header("Retry-After", "1");
            case Outcome.TooManyRequests(MinuteLimit.Exceeded limit) ->
                    Problems.tooManyRequests(limit, request);
            case Outcome.QuotaExceeded exceeded ->
                    Problems.quotaExceeded(
                            exceeded.cap(),
                            exceeded.monthEnd(),
                            dependencies.clock().instant(),
                            request);
            case Outcome.Unavailable _ ->
                    Response.of(Problems.unavailable(), request).header("Retry-After", "5");
        };
    }

    private Response accepted(Outcome.Accepted accepted) {
        LOG.atInfo()
                .addKeyValue("conversionId", accepted.id())
                .addKeyValue("replayed", accepted.replayed())
                .log("conversion accepted");
        ConversionAcceptedBody body =
                ConversionAcceptedBody.of(accepted.id(), dependencies.publicOrigin());
        return Response.json(202, body)
                .header("Location", body.links().self())
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store");
    }
}
