package io.parler.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/posts, /v1/posts, true",
        "/v1/posts, /v1/posts/, false",
        "/v1/posts, /V1/posts, false",
        "v1/posts, /v1/posts, true",
        "/audio/*, /audio/a/b.mp3, true",
        "/audio/*, /audio/, true",
        "/audio/*, /audio, false",
        "/a?c, /abc, true",
        "/a?c, /ac, false",
        "*.mp3, /deep/down/x.mp3, true",
        "/a.c, /abc, false",
        "*, /anything, true",
    })
    void patternsMatchAsInCloudFront(String pattern, String path, boolean matches) {
        assertThat(Distribution.PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void theFirstMatchingPatternIsUsedAndTheDefaultIsLast() {
        Distribution distribution =
                new Distribution(
                        List.of(
                                behavior("/v1/conversions", "requests"),
                                behavior("/v1/*", "rest"),
                                behavior("*", "site")));
        assertThat(distribution.behavior("/v1/conversions").originHost()).isEqualTo("requests");
        assertThat(distribution.behavior("/v1/conversions/7").originHost()).isEqualTo("rest");
        assertThat(distribution.behavior("/").originHost()).isEqualTo("site");
    }

    private static Distribution.Behavior behavior(String pattern, String host) {
        return new Distribution.Behavior(
                Distribution.PathPattern.of(pattern),
                host,
                "",
                Set.of("GET"),
                Map.of(),
                false,
                false);
    }
}
