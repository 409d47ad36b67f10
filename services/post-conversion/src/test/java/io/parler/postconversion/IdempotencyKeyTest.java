package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.hash.Sha256;
import io.parler.id.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u0000", "a\u007F", "schlüssel", "\"a\tb\""})
    void aKeyIsOfVisibleCharacters(String key) {
        assertThat(IdempotencyKey.of(AccountId.OWNER, key)).isEmpty();
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertThat(IdempotencyKey.of(AccountId.OWNER, "~".repeat(255))).isPresent();
        assertThat(IdempotencyKey.of(AccountId.OWNER, "~".repeat(256))).isEmpty();
    }

    @Test
    void accountAndKeyDoNotRunIntoEachOther() {
        assertThat(IdempotencyKey.of(AccountId.of("ab"), "c"))
                .isNotEqualTo(IdempotencyKey.of(AccountId.of("a"), "bc"));
    }

    @Test
    void theOwnersKeysStayWhatTheyWereBeforeThereWereAccounts() {
        assertThat(IdempotencyKey.of(AccountId.OWNER, "a-key").orElseThrow().hash().hex())
                .isEqualTo(Sha256.hexOfAll("public", "a-key"));
    }
}
