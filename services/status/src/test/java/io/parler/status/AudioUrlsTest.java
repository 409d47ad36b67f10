package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.parler.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioUrlsTest {
    private static final String PRIVATE = "audio/private/x/a post.mp3";

    private final TestSigner signer = new TestSigner();
    private final SettableClock clock = new SettableClock("2026-11-20T10:30:00Z");
    private final AudioUrls urls = new AudioUrls("https://parler.example", signer::get, clock);

    @Test
    void aPublicFileHasAPlainAddress() {
        assertThat(urls.of("audio/x/søndag i parken.mp3"))
                .isEqualTo("https://parler.example/audio/x/s%C3%B8ndag%20i%20parken.mp3");
        assertThat(urls.onPage("audio/x/a.mp3")).isEqualTo("/audio/x/a.mp3");
    }

    @Test
    void theAddressOfAPrivateFileIsSigned() {
        String url = urls.of(PRIVATE);

        assertThat(url).startsWith("https://parler.example/audio/private/x/a%20post.mp3?Expires=");
        assertThat(signer.verifies(url)).isTrue();
        assertThat(signer.verifies(url.replace("/x/", "/y/"))).isFalse();
        assertThat(urls.onPage(PRIVATE)).isEqualTo(url);
    }

    /// Periods begin at 0:00 and 12:00 UTC.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z",
        "2026-11-20T11:59:59Z, 2026-11-21T00:00:00Z",
        "2026-11-20T12:00:00Z, 2026-11-21T12:00:00Z",
    })
    void itExpiresAfter12To24Hours(String now, Instant expiry) {
        AudioUrls at = new AudioUrls("https://x.example", signer::get, new SettableClock(now));

        assertThat(at.of(PRIVATE)).contains("?Expires=" + expiry.getEpochSecond() + "&");
    }

    @Test
    void aKeyThatCannotSignIsNamedWithoutShowingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> UrlSigner.of("K1", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n"))
                .withMessage("the signing key is not an RSA key in PKCS #8")
                .withNoCause();
        assertThat(signer.get().toString()).isEqualTo("UrlSigner[keyId=K0TEST]");
    }
}
