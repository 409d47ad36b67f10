package io.parler.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class EnvironmentTest {
    private record Settings(
            String table,
            Optional<String> note,
            long characters,
            int workers,
            Duration limit,
            long size,
            URI origin,
            Region region,
            List<String> networks) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.text("TABLE"),
                    environment.optionalText("NOTE"),
                    environment.wholeNumber("CHARACTERS"),
                    environment.count("WORKERS"),
                    environment.duration("LIMIT"),
                    environment.bytes("SIZE"),
                    environment.address("ORIGIN"),
                    environment.region("AWS_REGION"),
                    environment.list("NETWORKS"));
        }
    }

    private static final Map<String, String> VARIABLES =
            Map.of(
                    "TABLE", "pages",
                    "CHARACTERS", "0",
                    "WORKERS", "4",
                    "LIMIT", "PT1M30S",
                    "SIZE", "5MB",
                    "ORIGIN", "https://parler.example",
                    "AWS_REGION", "eu-central-1",
                    "NETWORKS", "10.0.0.0/8, 127.0.0.1/32");

    @Test
    void settingsAreTyped() {
        assertThat(Environment.read(VARIABLES, Settings::of))
                .isEqualTo(
                        new Settings(
                                "pages",
                                Optional.empty(),
                                0,
                                4,
                                Duration.ofSeconds(90),
                                5 << 20,
                                URI.create("https://parler.example"),
                                Region.EU_CENTRAL_1,
                                List.of("10.0.0.0/8", "127.0.0.1/32")));
    }

    @ParameterizedTest
    @CsvSource({"-19, true", "-23, true", "-16, true", "-24, false", "-15, false", "x, false"})
    void aNumberIsWithinItsLimits(String value, boolean isValid) {
        Map<String, String> variables = Map.of("LEVEL", value);
        Function<Environment, Integer> level =
                environment -> environment.numberBetween("LEVEL", -23, -16);

        if (isValid) {
            assertThat(Environment.read(variables, level)).isEqualTo(Integer.parseInt(value));
        } else {
            assertThatThrownBy(() -> Environment.read(variables, level))
                    .hasMessage("settings: LEVEL is not a whole number from -23 to -16");
        }
    }

    @Test
    void everyVariableThatIsMissingOrInvalidIsNamedAtOnce() {
        Map<String, String> variables =
                Map.of(
                        "TABLE",
                        " ",
                        "CHARACTERS",
                        "many",
                        "WORKERS",
                        "0",
                        "ORIGIN",
                        "/",
                        "LIMIT",
                        "1s");
        assertThatThrownBy(() -> Environment.read(variables, Settings::of))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "settings: AWS_REGION is missing; CHARACTERS is not a whole number;"
                                + " LIMIT is not a duration in seconds or ISO 8601;"
                                + " ORIGIN is not an address such as https://parler.example;"
                                + " SIZE is missing; TABLE is missing;"
                                + " WORKERS is not a whole number above 0");
    }

    @Test
    void itKnowsWhatWasRead() {
        assertThat(Environment.names(Settings::of))
                .containsExactly(
                        "CHARACTERS",
                        "LIMIT",
                        "NETWORKS",
                        "NOTE",
                        "ORIGIN",
                        "SIZE",
                        "TABLE",
                        "WORKERS");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1KB,1024", "10MB,10485760", "2GB,2147483648"})
    void aSizeIsInBytesOrHasAUnit(String value, long bytes) {
        assertThat(EnvironmentTest.<Long>read(value, it -> it.bytes("IT"))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5MB", "1 MB", "1TB", "99999999999"})
    void whatIsNoSizeIsRefused(String value) {
        assertThatThrownBy(() -> read(value, it -> it.bytes("IT")))
                .hasMessageContaining("IT is not a size");
    }

    @ParameterizedTest
    @CsvSource({"30,PT30S", "PT0.5S,PT0.5S", "P1D,PT24H"})
    void aDurationIsInSecondsOrIso8601(String value, Duration duration) {
        assertThat(EnvironmentTest.<Duration>read(value, it -> it.duration("IT")))
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"0", "PT0S", "PT-1S", "1m"})
    void whatIsNoDurationIsRefused(String value) {
        assertThatThrownBy(() -> read(value, it -> it.duration("IT")))
                .hasMessageContaining("IT is not a duration");
    }

    @Test
    void aDurationBelowItsMinimumIsRefused() {
        Duration min = Duration.ofSeconds(30);
        assertThat(EnvironmentTest.<Duration>read("30", it -> it.duration("IT", min)))
                .isEqualTo(min);
        assertThatThrownBy(() -> read("PT29.9S", it -> it.duration("IT", min)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("settings: IT is below PT30S");
        assertThatThrownBy(() -> read(" ", it -> it.duration("IT", min)))
                .hasMessage("settings: IT is missing");
    }

    @ParameterizedTest
    @CsvSource({"ftp://a.example", "a.example", "https://", "https://a.example/", "https://a b/c"})
    void whatIsNoAddressIsRefused(String value) {
        assertThatThrownBy(() -> read(value, it -> it.address("IT")))
                .hasMessageContaining("IT is not an address");
    }

    private static <T> T read(String value, Function<Environment, T> settings) {
        return Environment.read(Map.of("IT", value), settings);
    }
}
