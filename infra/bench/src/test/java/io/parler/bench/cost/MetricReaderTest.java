package io.parler.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricReaderTest {
    @Test
    void eachNameCountsOnceForEachCombinationOfDimensions() throws IOException {
        MetricReader metrics = new MetricReader();

        metrics.read(List.of(metric("status"), metric("status"), metric("conversion"), "{}"));

        assertThat(metrics.count()).isEqualTo(2);
    }

    private static String metric(String service) {
        return """
               {"_aws":{"CloudWatchMetrics":[{"Namespace":"Parler","Dimensions":[["Service"]],"Metrics":[{"Name":"RequestTime"}]}]},"Service":"%s"}"""
                .formatted(service);
    }
}
