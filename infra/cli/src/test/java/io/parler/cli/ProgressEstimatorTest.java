package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples are those of the site's estimate: both say the same of one conversion.
class ProgressEstimatorTest {
    private static final Path EXAMPLES =
            Path.of("../../services/frontend-api/src/test/js/pace.json");

    static Stream<Named<JsonNode>> examples() throws IOException {
        JsonNode examples = new ObjectMapper().readTree(EXAMPLES.toFile());
        return StreamSupport.stream(examples.spliterator(), false)
                .map(example -> Named.of(example.path("name").asText(), example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theEstimateIsTheSameAsOnTheSite(JsonNode example) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        ProgressEstimator estimator = new ProgressEstimator(now::get);
        for (JsonNode observation : example.path("observations")) {
            now.set(
                    Instant.ofEpochMilli(
                            Math.round(1000 * observation.path("seconds").asDouble())));
            Optional<ProgressEstimator.Estimate> estimate =
                    estimator.update(
                            observation.path("done").asLong(), observation.path("total").asLong());
            if (!observation.has("rate")) {
                assertThat(estimate).as(observation.toString()).isEmpty();
                continue;
            }
            ProgressEstimator.Estimate found = estimate.orElseThrow();
            assertThat(found.charactersPerSecond())
                    .isCloseTo(observation.path("rate").asDouble(), within(0.001));
            assertThat(found.left().toMillis() / 1000.0)
                    .isCloseTo(observation.path("left").asDouble(), within(0.001));
        }
    }
}
