package io.parler.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Screen;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {
    @Test
    void onlyWhatExceedsTheFreeNumberCosts() {
        assertThat(cost(alarms(10)).total()).isEqualByComparingTo("0");
        assertThat(cost(alarms(12)).total()).isEqualByComparingTo("0.20");
    }

    @Test
    void templatesAreCountedTogether() {
        assertThat(MonthlyCost.of(List.of(template(alarms(6)), template(alarms(6)))).total())
                .isEqualByComparingTo("0.20");
    }

    @Test
    void anAlarmCostsForEachOfItsMetrics() {
        String onThree =
                """
                  Share:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Metrics:
                        - {Id: share, Expression: a / b}
                        - {Id: a, MetricStat: {Stat: Sum}}
                        - {Id: b, MetricStat: {Stat: Sum}}
                """;

        assertThat(cost(alarms(10) + onThree).total()).isEqualByComparingTo("0.20");
    }

    @Test
    void keysAndDashboardsHaveTheirPrices() {
        String others =
                """
                  Key: {Type: AWS::KMS::Key}
                  D1: {Type: AWS::CloudWatch::Dashboard}
                  D2: {Type: AWS::CloudWatch::Dashboard}
                  D3: {Type: AWS::CloudWatch::Dashboard}
                  D4: {Type: AWS::CloudWatch::Dashboard}
                  Table: {Type: AWS::DynamoDB::Table}
                """;

        assertThat(cost(others).total()).isEqualByComparingTo("4.00");
    }

    @Test
    void queuesArePolledAndMetricsAreKeptWhileNobodyUsesThem() {
        String four =
                resources(4, "AWS::Serverless::Function, Properties: {Events: {E: {Type: SQS}}}");
        String metrics = resources(12, "AWS::Logs::MetricFilter");

        // 4 queues, 15 polls a minute, 43,800 minutes: 1,628,000 beyond the million that is free.
        assertThat(cost(four).total()).isEqualByComparingTo("0.66");
        assertThat(cost(four + metrics).total()).isEqualByComparingTo("1.26");
        assertThat(MonthlyCost.ofResources(List.of(template(four + metrics))).total())
                .isEqualByComparingTo("0");
    }

    @Test
    void everyPriceNamesItsPage() {
        Screen screen = new Screen();

        new PlanPrinter(screen.output("")).print(cost(alarms(12)));

        assertThat(screen.text())
                .contains("at most 0.20 USD a month")
                .contains("12 alarm metrics (10 free)   0.20 USD")
                .contains("https://aws.amazon.com/cloudwatch/pricing/")
                .contains("billed by use");
    }

    private static MonthlyCost cost(String resources) {
        return MonthlyCost.of(List.of(template(resources)));
    }

    private static Template template(String resources) {
        return Template.of("t.yaml", "Resources:\n" + resources);
    }

    private static String alarms(int count) {
        return resources(count, "AWS::CloudWatch::Alarm");
    }

    private static String resources(int count, String type) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  R" + type.length() + "x" + i + ": {Type: " + type + "}\n")
                .collect(Collectors.joining());
    }
}
