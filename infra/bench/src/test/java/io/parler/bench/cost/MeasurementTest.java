package io.parler.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.deploy.price.Price;
import io.parler.deploy.suite.Template;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// A small bill, added up by hand.
class MeasurementTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final Consumption converting = new Consumption();
    private final Consumption listening = new Consumption();

    /// Two posts of 6,000 characters each at 16 dollars a million.
    private final Measurement measured =
            new Measurement(
                    2,
                    12_000,
                    800,
                    new BigDecimal("16"),
                    converting,
                    listening,
                    new Standing(3.40, Map.of(Price.CUSTOM_METRIC, 12.0)));

    @Test
    void theVoiceIsBilledByCharacter() {
        assertThat(measured.voiceDollars(1_000)).isCloseTo(96, CLOSE);
    }

    @Test
    void aMonthIsPostsPlaysAndWhatStands() {
        converting.add("status", Price.API_REQUEST, 10);
        listening.add("edge", Price.EDGE_GB, 0.006);
        listening.add("edge", Price.API_REQUEST, 6);

        // 5 requests a post and 3 a play: 1,000 posts, 100 plays each.
        assertThat(measured.month(1_000, 100).get(Price.API_REQUEST))
                .isCloseTo(5 * 1_000 + 3 * 100_000, CLOSE);
        Map<Price.Product, Double> bill = measured.bill(1_000, 100);
        assertThat(bill.get(Price.Product.API_GATEWAY)).isCloseTo(0.305, CLOSE);
        // 300 GB are free; 3,000 GB are 2,000 too many.
        assertThat(bill.get(Price.Product.CLOUDFRONT)).isZero();
        assertThat(measured.bill(10_000, 100).get(Price.Product.CLOUDFRONT))
                .isCloseTo(2_000 * 0.085, CLOSE);
        // Two metrics beyond the ten that are free, and the alarms.
        assertThat(bill.get(Price.Product.CLOUDWATCH)).isCloseTo(0.60 + 3.40, CLOSE);
    }

    @Test
    void theReportNamesWhatCostsMost() {
        listening.add("edge", Price.EDGE_GB, 0.006);
        StringWriter out = new StringWriter();

        new CostReport(new PrintWriter(out), 100).print(measured);

        assertThat(out.toString())
                .containsPattern("\\n +10 +0\\.96 +0\\.00 +4\\.00 .* CloudWatch\\n")
                .containsPattern("\\n +1,000 +96\\.00 .* voice\\n")
                .containsPattern("voice +character +6,000,000 +96\\.0000");
    }

    @Test
    void idleQueuesArePolledAndMetricsAreCounted() {
        Template template =
                Template.of(
                        "t.yaml",
                        """
                        Resources:
                          Worker:
                            Type: AWS::Serverless::Function
                            Properties:
                              Events:
                                Jobs: {Type: SQS, Properties: {Queue: q}}
                          Memory:
                            Type: AWS::Logs::MetricFilter
                        """);

        Standing standing = Standing.of(List.of(template), 3);

        // Five connections, three long polls a minute, 43,800 minutes a month.
        assertThat(standing.units().get(Price.QUEUE_REQUEST)).isEqualTo(657_000);
        assertThat(standing.units().get(Price.CUSTOM_METRIC)).isEqualTo(4);
    }
}
