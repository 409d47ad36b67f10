package io.parler.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionIdTest {
    @Test
    void anIdHoldsTheTimeOfItsCreation() {
        assertThat(ConversionId.parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"))
                .hasValueSatisfying(
                        id -> {
                            assertThat(id.createdAt())
                                    .isEqualTo(Instant.parse("2022-02-22T19:22:22Z"));
                            assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-1-1-1-1",
                "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
                "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
                "017f22e279b07cc398c4dc0c0c07398f",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
                "../../017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
                "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
            })
    void onlyAUuidOfVersion7IsAnId(String text) {
        assertThat(ConversionId.parse(text)).isEmpty();
    }
}
