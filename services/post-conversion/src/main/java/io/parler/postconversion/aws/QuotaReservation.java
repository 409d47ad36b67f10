package io.parler.postconversion.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.http.HttpApi;
import io.parler.http.HttpFunction;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.http.Route;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.Reservation;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// Sets the reservation of a conversion to what it will be billed. The service conversion invokes
/// it before it calls a voice.
public final class QuotaReservation implements HttpFunction {
    private static final Logger LOG = LoggerFactory.getLogger(QuotaReservation.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final Quota quota;
    private final InstantSource clock;
    private final HttpApi api =
            HttpApi.of(Route.internal("PUT /v1/conversions/{id}/reservation", this::put));

    /// The function's environment variables.
    record Settings(Region region, String quotasTable, MonthlyCaps caps) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("QUOTAS_TABLE"),
                    new MonthlyCaps(
                            environment.wholeNumber("MONTHLY_CHARACTERS"),
                            environment.wholeNumber("INSTALLATION_MONTHLY_CHARACTERS")));
        }
    }

    private record Body(String accountId, long characters) {}

    public QuotaReservation() {
        this(Environment.read(System.getenv(), Settings::of), InstantSource.system());
    }

    private QuotaReservation(Settings settings, InstantSource clock) {
        this(
                new Quota(
                        new DynamoUsageStore(
                                new AwsClients(settings.region()).dynamoDb(LIMITS),
                                settings.quotasTable(),
                                clock),
                        settings.caps(),
                        clock),
                clock);
    }

    QuotaReservation(Quota quota, InstantSource clock) {
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.handle(event, context);
    }

    private Response put(Request request) {
        Body body = request.body(Body.class);
        ConversionId id =
                ConversionId.parse(request.path("id"))
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemType.INVALID_PARAMETER,
                                                "The id is not a conversion's."));
        return switch (quota.resize(
                id.value(), AccountId.of(body.accountId()), body.characters())) {
            case Reservation.Granted _ -> Response.empty(204);
            case Reservation.AboveQuote(long quoted, long exact) ->
                    Response.of(Problems.aboveQuote(quoted, exact), request);
            case Reservation.Refused refused -> {
                LOG.atInfo()
                        .addKeyValue("conversionId", id)
                        .addKeyValue("cap", refused.cap())
                        .log("reservation refused");
                yield Problems.quotaExceeded(refused, quota.endOfMonth(), clock.instant(), request);
            }
        };
    }
}
