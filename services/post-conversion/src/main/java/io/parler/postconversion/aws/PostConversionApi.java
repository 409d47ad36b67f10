package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.http.Caller;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.PrimingRequest;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.postconversion.Account;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.Outcome;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.collection.CollectionActions;
import io.parler.postconversion.collection.CollectionRequest;
import io.parler.postconversion.collection.PostSource;
import io.parler.postconversion.collection.Price;
import io.parler.postconversion.usage.Quota;
import io.parler.rate.MinuteLimit;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.Visibility;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /v1/conversions`, `GET /v1/usage` and the routes below `/v1/collections`.
public final class PostConversionApi implements HttpFunction, Primed {
    private static final Logger LOG = LoggerFactory.getLogger(PostConversionApi.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final Dependencies dependencies;
    private final HttpApi api;

    /// The function's environment variables.
    record Settings(
            AcceptorSettings acceptor,
            CollectionSettings collections,
            String stateMachineArn,
            String textsBucket,
            URI publicOrigin) {
        static Settings of(Environment environment) {
            return new Settings(
                    AcceptorSettings.of(environment),
                    CollectionSettings.of(environment),
                    environment.text("COLLECTIONS_STATE_MACHINE"),
                    environment.text("TEXTS_BUCKET"),
                    environment.address("PUBLIC_ORIGIN"));
        }
    }

    /// What the routes use.
    record Dependencies(
            RequestAcceptor acceptor,
            Quota quota,
            String publicOrigin,
            InstantSource clock,
            CollectionEndpoint collections) {
        static Dependencies of(Settings settings) {
            AwsClients clients = new AwsClients(settings.acceptor().region());
            InstantSource clock = InstantSource.system();
            AcceptorParts parts =
                    AcceptorParts.of(
                            settings.acceptor(),
                            clients,
                            new S3TextStore(clients.s3(LIMITS), settings.textsBucket()),
                            LIMITS,
                            clock);
            return new Dependencies(
                    parts.acceptor(),
                    parts.quota(),
                    settings.publicOrigin().toString(),
                    clock,
                    collectionEndpoint(settings, clients, parts, clock));
        }
    }

    private static CollectionEndpoint collectionEndpoint(
            Settings settings, AwsClients clients, AcceptorParts parts, InstantSource clock) {
        CollectionParts collections =
                CollectionParts.of(
                        settings.collections(),
                        settings.stateMachineArn(),
                        clients,
                        new NoPostSource(),
                        LIMITS,
                        clock);
        return new CollectionEndpoint(
                collections.store(),
                new CollectionActions(
                        collections.store(), collections.workflow(), collections.steps()),
                parts.idempotency(),
                parts.ids(),
                clock);
    }

    /// The steps that read feeds are those of CollectionWorker.
    private static final class NoPostSource implements PostSource {
        @Override
        public Feed read(AccountId account, String feedUrl, int max) {
            throw new IllegalStateException("the API reads no feed");
        }

        @Override
        public Price quote(AccountId account, String url, CollectionRequest request) {
            throw new IllegalStateException("the API quotes nothing");
        }
    }

    public PostConversionApi() {
        this(Dependencies.of(Environment.read(System.getenv(), Settings::of)));
        Snapshot.register(this);
    }

    PostConversionApi(Dependencies dependencies) {
        this.dependencies = dependencies;
        CollectionEndpoint collections = dependencies.collections();
        this.api =
                HttpApi.of(
                        Route.needs(Scope.CONVERT, "POST /v1/conversions", this::postConversion),
                        Route.needs(Scope.READ, "GET /v1/usage", this::usage),
                        Route.needs(Scope.READ, "GET /v1/collections", collections::list),
                        Route.needs(Scope.CONVERT, "POST /v1/collections", collections::create),
                        Route.needs(Scope.READ, "GET /v1/collections/{id}", collections::get),
                        Route.needs(
                                Scope.CONVERT, "PATCH /v1/collections/{id}", collections::change));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    /// The body is read and refused, so that nothing is accepted.
    @Override
    public void prime() throws IOException {
        prime(
                PrimingRequest.of("GET /v1/usage"),
                PrimingRequest.of("POST /v1/conversions")
                        .body(
                                """
                                {"source": {"url": "no address"}, "options": {"pace": "no pace"}}"""));
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
        Optional<IdempotencyKey> key = Problems.idempotencyKey(request, account.id());
        ConversionRequestBody body = request.body(ConversionRequestBody.class);
        return accept(request, account, ConversionRequest.of(body), key);
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
