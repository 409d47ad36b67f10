package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.id.AccountId;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaReservationTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final QuotaReservation function =
            new QuotaReservation(new Quota(usage, new MonthlyCaps(1_000, 5_000), clock), clock);

    @Test
    void theReservationIsSetToTheExactNumber() {
        assertThat(put(900).getStatusCode()).isEqualTo(204);
        assertThat(put(400).getStatusCode()).isEqualTo(204);

        assertThat(usage.get(AccountId.OWNER, YearMonth.of(2026, 11)).reserved()).isEqualTo(400);
    }

    @Test
    void moreThanTheCapIsAProblemForTheUser() {
        APIGatewayV2HTTPResponse answer = put(1_001);

        assertThat(answer.getStatusCode()).isEqualTo(429);
        assertThat(answer.getBody()).contains("/problems/quota-exceeded", "1,000 characters");
        Contract.assertValid("rest/problem", answer.getBody());
    }

    private APIGatewayV2HTTPResponse put(int characters) {
        return function.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("PUT /v1/conversions/{id}/reservation")
                        .withPathParameters(Map.of("id", "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012"))
                        .withBody("{\"accountId\":\"public\",\"characters\":" + characters + "}")
                        .build(),
                new LambdaContext());
    }
}
