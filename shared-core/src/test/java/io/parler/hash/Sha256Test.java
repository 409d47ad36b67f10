package io.parler.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
    /// The example of FIPS 180-4.
    @Test
    void aTextIsHashedInUtf8() {
        assertThat(Sha256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex(new byte[] {'a', 'b', 'c'})).isEqualTo(Sha256.hex("abc"));
    }

    @Test
    void twoListsOfTextsNeverHaveTheSameHash() {
        assertThat(Sha256.hexOfAll("ab", "c")).isNotEqualTo(Sha256.hexOfAll("a", "bc"));
        assertThat(Sha256.hexOfAll("ab")).isNotEqualTo(Sha256.hexOfAll("ab", ""));
    }

    /// Idempotency keys and chunks are stored under such hashes.
    @Test
    void theHashOfSeveralTextsNeverChanges() {
        assertThat(Sha256.hexOfAll("a", "bc"))
                .isEqualTo(Sha256.hex(new byte[] {0, 0, 0, 1, 'a', 0, 0, 0, 2, 'b', 'c'}));
    }
}
