package io.parler.conversion.provider.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.voice.ExpiringMemo;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.problem.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;

class PollyVoicesIT {
    private AwsInMemory aws;
    private ExpiringMemo<List<VoiceProfile>> voices;
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        voices =
                new ExpiringMemo<>(
                        new PollyVoices(
                                        PollyClient.builder()
                                                .endpointOverride(aws.address())
                                                .httpClientBuilder(
                                                        UrlConnectionHttpClient.builder())
                                                .region(Region.EU_WEST_1)
                                                .credentialsProvider(
                                                        StaticCredentialsProvider.create(
                                                                AwsBasicCredentials.create(
                                                                        "id", "secret")))
                                                .build())
                                ::list,
                        () -> now);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theVoicesOfAllPagesAreListedWithKnownEngines() {
        assertThat(voices.get())
                .extracting(voice -> voice.id() + " " + voice.languages() + " " + voice.gender())
                .containsExactly(
                        "polly:Joanna:neural [en-US, es-US] Female",
                        "polly:Joanna:standard [en-US, es-US] Female",
                        "polly:Hans:standard [de-DE] Male");
    }

    @Test
    void anOutageIsUnavailable() {
        aws.close();

        assertThatThrownBy(voices::get)
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(SdkException.class);
    }

    @Test
    void theListIsFetchedOnceInTenMinutes() {
        voices.get();
        now = now.plus(Duration.ofMinutes(9));
        voices.get();
        assertThat(aws.polly().lists()).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(2));
        voices.get();
        assertThat(aws.polly().lists()).isEqualTo(4);
    }
}
