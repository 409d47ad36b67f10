package io.parler.frontend.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.frontend.account.AccountAdministration;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.AccountId;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Keys and accounts, for `./parler keys`. Nothing routes public requests to it: it is invoked
/// directly, so IAM decides who may.
public final class AccountsAdmin implements HttpFunction {
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final AccountAdministration administration;
    private final InstantSource clock;
    private final HttpApi api =
            HttpApi.of(
                    Route.internal("POST /keys", this::create),
                    Route.internal("GET /keys", this::list),
                    Route.internal("DELETE /keys/{id}", this::revoke),
                    Route.internal("DELETE /accounts/{id}", this::deleteAccount));

    /// The body of `GET /keys`.
    record KeysBody(List<KeyBody> keys) {}

    /// The function's environment variables.
    record Settings(
            Region region, String accountsTable, String libraryTable, String eventsTopicArn) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("ACCOUNTS_TABLE"),
                    environment.text("LIBRARY_TABLE"),
                    environment.text("EVENTS_TOPIC_ARN"));
        }
    }

    public AccountsAdmin() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private AccountsAdmin(Settings settings) {
        this(settings, new AwsClients(settings.region()), InstantSource.system());
    }

    private AccountsAdmin(Settings settings, AwsClients clients, InstantSource clock) {
        this(administration(settings, clients, clients.dynamoDb(LIMITS), clock), clock);
    }

    AccountsAdmin(AccountAdministration administration, InstantSource clock) {
        this.administration = administration;
        this.clock = clock;
    }

    private static AccountAdministration administration(
            Settings settings, AwsClients clients, DynamoDbClient dynamo, InstantSource clock) {
        return new AccountAdministration(
                new DynamoAccountStore(dynamo, settings.accountsTable()),
                new DynamoLibraryStore(dynamo, settings.libraryTable(), clock),
                SnsDeletionPublisher.of(clients.sns(LIMITS), settings.eventsTopicArn()),
                clock,
                new SecureRandom());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response create(Request request) {
        KeyRequestBody body = request.body(KeyRequestBody.class);
        return Response.json(
                201, KeyBody.of(administration.create(body.toDomain(clock.instant()))));
    }

    private Response list(Request request) {
        return Response.json(
                200, new KeysBody(administration.keys().stream().map(KeyBody::of).toList()));
    }

    private Response revoke(Request request) {
        boolean revoked = administration.revoke(request.path("id"));
        return Response.json(200, Map.of("revoked", revoked));
    }

    private Response deleteAccount(Request request) {
        int conversions = administration.deleteAccount(accountId(request.path("id")));
        return Response.json(200, Map.of("conversions", conversions));
    }

    private static AccountId accountId(String text) {
        try {
            return AccountId.of(text);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER, "That is not the id of an account.");
        }
    }
}
