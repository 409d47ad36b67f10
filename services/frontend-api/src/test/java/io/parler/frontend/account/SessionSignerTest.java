package io.parler.frontend.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSignerTest {
    private static final Instant END = Instant.parse("2026-12-28T12:00:00Z");
    private static final Instant BEFORE = END.minusSeconds(1);
    private static final Session SESSION = new Session("a".repeat(64), END);

    private final SigningSecretsInMemory secrets = new SigningSecretsInMemory();
    private final SessionSigner signer = new SessionSigner(secrets);

    @Test
    void aSignedSessionIsReadBackUntilItEnds() {
        String signed = signer.sign(SESSION);

        assertThat(signer.verify(signed, BEFORE)).contains(SESSION);
        assertThat(signer.verify(signed, END)).isEmpty();
    }

    @Test
    void changingAnyCharacterOfASessionEndsIt() {
        String signed = signer.sign(SESSION);
        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == '1' ? '2' : '1';
            String changed = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThat(signer.verify(changed, BEFORE)).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1...", "%00", "a.b.c.d"})
    void whatIsNoSessionIsNotRead(String value) {
        assertThat(signer.verify(value, BEFORE)).isEmpty();
    }

    @Test
    void aRotationSignsNobodyOut() {
        String before = signer.sign(SESSION);
        secrets.rotate("second");
        secrets.reload();
        String after = signer.sign(SESSION);

        assertThat(after).isNotEqualTo(before);
        assertThat(signer.verify(before, BEFORE)).contains(SESSION);
        assertThat(signer.verify(after, BEFORE)).contains(SESSION);
    }

    @Test
    void aSessionSignedWithASecretOlderThanThePreviousOneEnds() {
        String signed = signer.sign(SESSION);
        secrets.rotate("second");
        secrets.rotate("third");
        secrets.reload();

        assertThat(signer.verify(signed, BEFORE)).isEmpty();
    }

    @Test
    void aSessionSignedWithASecretThatWasNotReadYetIsReadAfterReloading() {
        SigningSecretsInMemory elsewhere = new SigningSecretsInMemory();
        elsewhere.rotate("second");
        elsewhere.reload();
        String signed = new SessionSigner(elsewhere).sign(SESSION);
        secrets.rotate("second");

        assertThat(signer.verify(signed, BEFORE)).contains(SESSION);
    }
}
