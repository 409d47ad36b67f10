package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionIdTest {
    @Test
    void anIdTellsWhenItWasAskedFor() {
        assertThat(new ConversionId("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").askedAt())
                .isEqualTo(Instant.parse("2026-11-20T10:15:30.128Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "01A1F874-3E50-7C41-8F3A-2B6D5E7F9012",
                "01a1f874-3e50-4c41-8f3a-2b6d5e7f9012",
                "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012/player",
                " 01a1f874-3e50-7c41-8f3a-2b6d5e7f9012"
            })
    void whatIsNoUuidOfVersion7IsNoId(String value) {
        assertThat(ConversionId.parse(value)).isEmpty();
    }
}
