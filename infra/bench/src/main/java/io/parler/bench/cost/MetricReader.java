package io.parler.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Counts the metrics in logs (CloudWatch's embedded metric format). AWS bills each name with each
/// combination of dimensions.
final class MetricReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> metrics = new HashSet<>();

    void read(List<String> lines) throws IOException {
        for (String line : lines) {
            if (line.contains("\"_aws\"")) {
                JsonNode event = JSON.readTree(line);
                for (JsonNode group : event.at("/_aws/CloudWatchMetrics")) {
                    add(event, group);
                }
            }
        }
    }

    private void add(JsonNode event, JsonNode group) {
        for (JsonNode dimensions : group.path("Dimensions")) {
            StringBuilder values = new StringBuilder();
            for (JsonNode dimension : dimensions) {
                values.append('/').append(event.path(dimension.asText()).asText());
            }
            for (JsonNode metric : group.path("Metrics")) {
                metrics.add(
                        group.path("Namespace").asText()
                                + '/'
                                + metric.path("Name").asText()
                                + values);
            }
        }
    }

    long count() {
        return metrics.size();
    }
}
