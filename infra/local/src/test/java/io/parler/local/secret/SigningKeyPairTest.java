package io.parler.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningKeyPairTest {
    @Test
    void thePublicKeyFollowsFromThePrivateKey() {
        SigningKeyPair pair = SigningKeyPair.generate();

        assertThat(SigningKeyPair.of(pair.privatePem())).isEqualTo(pair);
        assertThat(pair.publicPem())
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(SigningKeyPair.generate()).isNotEqualTo(pair);
    }

    @Test
    void itsTextDoesNotShowThePrivateKey() {
        assertThat(SigningKeyPair.generate().toString()).doesNotContain("PRIVATE");
    }
}
