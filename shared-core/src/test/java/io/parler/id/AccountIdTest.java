package io.parler.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
    @Test
    void theOwnerReadsWhatTheAccountPublicStored() {
        assertThat(AccountId.of("public")).isEqualTo(AccountId.OWNER);
        assertThat(AccountId.OWNER.storageKey()).isEqualTo("public");
    }

    @Test
    void anotherAccountIsStoredUnderItsId() {
        assertThat(AccountId.of("acc_k3j5").storageKey()).isEqualTo("acc_k3j5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a#b", "Öwner", "a b"})
    void anIdHasNoCharacterThatAStoreCouldMistake(String value) {
        assertThatThrownBy(() -> AccountId.of(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
