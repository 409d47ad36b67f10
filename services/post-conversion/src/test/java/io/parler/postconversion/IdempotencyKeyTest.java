package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u0000", "a\u007F", "schlüssel", "\"a\tb\""})
    void aKeyIsOfVisibleCharacters(String key) {
        assertThat(IdempotencyKey.of("public", key)).isEmpty();
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertThat(IdempotencyKey.of("public", "~".repeat(255))).isPresent();
        assertThat(IdempotencyKey.of("public", "~".repeat(256))).isEmpty();
    }

    @Test
    void accountAndKeyDoNotRunIntoEachOther() {
        assertThat(IdempotencyKey.of("ab", "c")).isNotEqualTo(IdempotencyKey.of("a", "bc"));
    }
}
