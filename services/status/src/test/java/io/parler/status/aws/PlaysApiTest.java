package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `POST /v1/conversions/{id}/plays` and `GET /v1/plays`, from reports to figures.
class PlaysApiTest {
    private static final String REPORT = "POST /v1/conversions/{id}/plays";
    private static final String FIGURES = "GET /v1/plays";
    private static final String ID = ListenFixture.ID;
    private static final Map<String, Object> OWNER = Map.of("accountId", "owner", "scopes", "read");

    private final ListenFixture fixture = new ListenFixture();

    @Test
    void reportsBecomeFiguresOfTheirDay() throws Exception {
        assertThat(report(Contract.body("play-report"), Map.of()).getStatusCode()).isEqualTo(204);
        fixture.clock().advance(Duration.ofDays(1));
        assertThat(report("{\"tenths\":[3],\"seconds\":9}", Map.of()).getStatusCode())
                .isEqualTo(204);

        PlaysResponse figures = figures(Map.of("from", "2026-11-20"));

        assertThat(figures.to()).isEqualTo("2026-11-21");
        assertThat(figures.total().plays()).isEqualTo(1);
        assertThat(figures.days().get(0).seconds()).isEqualTo(41);
        assertThat(figures.days().get(1).plays()).isZero();
        assertThat(figures.days().get(1).seconds()).isEqualTo(9);
        assertThat(figures.recordings().getFirst().title()).isEqualTo("Why queues beat cron");
        assertThat(figures.recordings().getFirst().tenths())
                .containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void withoutAPeriodItIsTheLast30Days() throws Exception {
        PlaysResponse figures = figures(Map.of());

        assertThat(figures.from()).isEqualTo("2026-10-22");
        assertThat(figures.days()).hasSize(30);
        assertThat(figures.recordings()).isEmpty();
    }

    @Test
    void aReportCountsForAtMostTheLengthOfTheRecording() throws Exception {
        report("{\"started\":true,\"seconds\":86400}", Map.of());

        assertThat(figures(Map.of()).total().seconds()).isEqualTo(185);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec-gpc", "dnt"})
    void whoAsksNotToBeCountedIsNot(String header) throws Exception {
        assertThat(report("{\"started\":true}", Map.of(header, "1")).getStatusCode())
                .isEqualTo(204);

        assertThat(figures(Map.of()).total().plays()).isZero();
    }

    @Test
    void anotherAccountSeesNothingOfIt() throws Exception {
        report("{\"started\":true}", Map.of());

        APIGatewayV2HTTPResponse response =
                fixture.getAs(
                        Map.of("accountId", "acc_other", "scopes", "read"), FIGURES, Map.of());

        assertThat(Json.read(response.getBody(), PlaysResponse.class).total().plays()).isZero();
        assertThat(
                        fixture.getAs(
                                        Map.of("accountId", "owner", "scopes", "convert"),
                                        FIGURES,
                                        Map.of())
                                .getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void aPrivateOrUnknownRecordingIsNotFound() {
        fixture.record("conversion.deleted.v1");

        assertThat(report("{\"started\":true}", Map.of()).getStatusCode()).isEqualTo(404);
        assertThat(
                        fixture.post(
                                        REPORT,
                                        "01a1f874-3e50-7c41-8f3a-2b6d5e7f9999",
                                        "{\"started\":true}",
                                        Map.of())
                                .getStatusCode())
                .isEqualTo(404);
        assertThat(fixture.post(REPORT, "x", "{}", Map.of()).getStatusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | invalid-json",
                "{\"tenths\":[10]} | 422 | /tenths/0",
                "{\"tenths\":[0,-1]} | 422 | /tenths/1",
                "{\"tenths\":[null]} | 422 | /tenths/0",
                "{\"tenths\":5} | 422 | /tenths",
                "{\"seconds\":-1} | 422 | /seconds",
                "{\"seconds\":86401} | 422 | /seconds",
            })
    void anInvalidReportIsRefused(String body, int status, String word) {
        APIGatewayV2HTTPResponse response = report(body, Map.of());

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getBody()).contains(word);
    }

    @Test
    void aLongReportIsRefused() {
        assertThat(report("{\"x\":\"" + "a".repeat(1024) + "\"}", Map.of()).getStatusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-11-20",
        "2026-11-21, 2026-11-20",
        "2025-11-19, 2026-11-20",
        "2026-02-30, 2026-11-20",
    })
    void aPeriodThatIsNoneIsRefused(String from, String to) {
        APIGatewayV2HTTPResponse response =
                fixture.getAs(OWNER, FIGURES, Map.of("from", from, "to", to));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getBody()).contains("invalid-parameter");
    }

    private APIGatewayV2HTTPResponse report(String body, Map<String, String> headers) {
        return fixture.post(REPORT, ID, body, headers);
    }

    private PlaysResponse figures(Map<String, String> period) throws Exception {
        APIGatewayV2HTTPResponse response = fixture.getAs(OWNER, FIGURES, period);
        assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
        Contract.assertValid("rest/plays", response.getBody());
        return Json.read(response.getBody(), PlaysResponse.class);
    }
}
