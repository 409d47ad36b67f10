package io.parler.frontend.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.frontend.account.Access;
import io.parler.frontend.account.AccessControl;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountStore;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.CachedKeyLookup;
import io.parler.frontend.account.OriginCheck;
import io.parler.frontend.account.SessionCookie;
import io.parler.frontend.account.SessionSigner;
import io.parler.frontend.account.SignIn;
import io.parler.frontend.account.SigningSecrets;
import io.parler.frontend.account.StoredKeyLookup;
import io.parler.http.Json;
import io.parler.http.PrimingContext;
import io.parler.http.PrimingRequest;
import io.parler.id.AccountId;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.logging.Metrics;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import io.parler.snapshot.Primed;
import io.parler.snapshot.Snapshot;
import io.parler.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// The request authorizer of every service's API: says whom a request is from, or why nobody is let
/// in.
public final class Authorizer implements RequestStreamHandler, Primed {
    private static final Logger LOG = LoggerFactory.getLogger(Authorizer.class);

    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(3));

    /// For writing the response after the work has run out of time.
    private static final Duration RESPONSE_RESERVE = Duration.ofMillis(500);

    private final SessionCookie cookie;
    private final AccessControl access;

    /// The function's environment variables.
    record Settings(
            Region region,
            String accountsTable,
            String sessionSecret,
            URI publicOrigin,
            SignIn signIn) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("ACCOUNTS_TABLE"),
                    environment.text("SESSION_SECRET"),
                    environment.address("PUBLIC_ORIGIN"),
                    signIn(environment.text("SIGN_IN")));
        }

        /// Anything but `open` needs a key.
        private static SignIn signIn(String value) {
            return value.toLowerCase(Locale.ROOT).equals("open") ? SignIn.OPEN : SignIn.KEY;
        }
    }

    public Authorizer() {
        this(Environment.read(System.getenv(), Settings::of));
        Snapshot.register(this);
    }

    private Authorizer(Settings settings) {
        this(settings, new AwsClients(settings.region()));
    }

    private Authorizer(Settings settings, AwsClients clients) {
        this(
                settings,
                new DynamoAccountStore(clients.dynamoDb(LIMITS), settings.accountsTable()),
                new SsmSigningSecrets(
                        clients.ssm(LIMITS), settings.sessionSecret(), InstantSource.system()),
                InstantSource.system());
    }

    Authorizer(Settings settings, AccountStore store, SigningSecrets secrets, InstantSource clock) {
        String origin = settings.publicOrigin().toString();
        Supplier<Account> owner =
                () ->
                        store.getAccount(AccountId.OWNER)
                                .orElseGet(() -> Account.owner(clock.instant()));
        this.cookie = new SessionCookie(origin);
        this.access =
                new AccessControl(
                        new CachedKeyLookup(new StoredKeyLookup(store, clock), clock),
                        new SessionSigner(secrets),
                        new OriginCheck(origin),
                        settings.signIn() == SignIn.OPEN ? Optional.of(owner) : Optional.empty(),
                        clock);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        AuthorizerRequest request = Json.read(input.readAllBytes(), AuthorizerRequest.class);
        String requestId =
                Objects.requireNonNullElse(
                        request.requestContext().requestId(), context.getAwsRequestId());
        try (LogContext _ =
                LogContext.open(requestId, Correlation.acceptOrCreate(correlationId(request)))) {
            output.write(Json.bytes(answer(request, context)));
        }
    }

    /// Somebody with no key, and somebody with a key that nobody has.
    @Override
    public void prime() throws IOException {
        for (int round = 0; round < PrimingRequest.ROUNDS; round++) {
            prime(Map.of());
            prime(Map.of("authorization", "Bearer " + ApiKey.generate(new SecureRandom()).text()));
        }
    }

    private void prime(Map<String, String> headers) throws IOException {
        AuthorizerRequest request =
                new AuthorizerRequest(
                        List.of(),
                        headers,
                        new AuthorizerRequest.ContextV2(
                                "priming", new AuthorizerRequest.HttpV2("GET")));
        handleRequest(
                new ByteArrayInputStream(Json.bytes(request)),
                OutputStream.nullOutputStream(),
                new PrimingContext());
    }

    private AuthorizerResponse answer(AuthorizerRequest request, Context context) {
        try {
            Access decision =
                    Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()))
                            .minus(RESPONSE_RESERVE)
                            .call(() -> access.check(request.toDomain(cookie)));
            log(decision);
            return AuthorizerResponse.of(decision);
        } catch (UnavailableException e) {
            LOG.atError().setCause(e).log("unavailable");
            countFailure();
            return AuthorizerResponse.of(ProblemType.UNAVAILABLE);
        } catch (Exception e) {
            LOG.atError().setCause(e).log("failed");
            countFailure();
            return AuthorizerResponse.of(ProblemType.INTERNAL_ERROR);
        }
    }

    private static void countFailure() {
        if (!Snapshot.isPriming()) {
            Metrics.count("RequestsFailed", 1);
        }
    }

    private static void log(Access decision) {
        switch (decision) {
            case Access.Granted granted ->
                    LOG.atInfo()
                            .addKeyValue("accountId", granted.account().id().value())
                            .addKeyValue("keyId", granted.keyId().orElse("none"))
                            .log("let in");
            case Access.Refused refused ->
                    LOG.atInfo().addKeyValue("problem", refused.problem().slug()).log("refused");
        }
    }

    private static @Nullable String correlationId(AuthorizerRequest request) {
        Map<String, String> headers = Objects.requireNonNullElse(request.headers(), Map.of());
        return headers.get("x-correlation-id");
    }
}
