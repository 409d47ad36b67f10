package io.parler.conversion.aws.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.aws.Environment;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.VoiceChoice;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.problem.UnavailableException;
import io.parler.testing.Concurrently;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssm.model.SsmException;

class ConfiguredVoicesTest {
    private static final Map<String, String> VARIABLES =
            Map.of(
                    "SYNTHESIS_TIMEOUT", "60",
                    "OPENAI_KEY_PARAMETER", "openai-key",
                    "GOOGLE_KEY_PARAMETER", "google-key");
    private static final VoiceProfile JOANNA =
            TestVoices.polly("Joanna", "en-US", TestVoices.NEURAL);
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private Optional<RuntimeException> outage = Optional.empty();
    private Map<String, String> stored = Map.of("openai-key", "secret");
    private volatile Runnable onReading = () -> {};
    private final AtomicInteger calls = new AtomicInteger();

    static List<RuntimeException> outages() {
        return List.of(
                new UnavailableException("Ssm.GetParameters is unavailable"),
                SdkClientException.create("no connection"),
                SsmException.builder().message("access denied").statusCode(400).build());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void pollyIsListedAlthoughTheKeysWereNeverRead(RuntimeException e) {
        outage = Optional.of(e);
        ConfiguredVoices voices = voices();

        assertThat(voices.providers()).containsExactly("polly", "openai", "google");
        assertThat(voices.list("polly")).containsExactly(JOANNA);
        assertThatThrownBy(() -> voices.list("openai")).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aVoiceIsUnavailableIfItsKeyCouldNotBeRead(RuntimeException e) {
        outage = Optional.of(e);
        ConfiguredVoices voices = voices();

        for (String id : List.of("openai:alloy", "alloy")) {
            assertThatThrownBy(() -> VoiceChoice.of(Optional.of(id), Optional.empty(), voices))
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("outages")
    void theLastKeysAreUsedDuringAnOutage(RuntimeException e) {
        ConfiguredVoices voices = voices();
        List<VoiceProfile> before = voices.list("openai");

        outage = Optional.of(e);
        clock.advance(TTL);

        assertThat(voices.providers()).containsExactly("polly", "openai");
        assertThat(voices.list("openai")).isNotEmpty().isEqualTo(before);
        assertThat(calls).hasValue(2);
    }

    @Test
    void keysAreReadAtMostOncePerBackoffDuringAnOutage() {
        outage = Optional.of(new UnavailableException("SSM"));
        ConfiguredVoices voices = voices();

        voices.providers();
        voices.list("polly");
        clock.advance(BACKOFF.minusMillis(1));
        voices.providers();
        assertThat(calls).hasValue(1);

        clock.advance(Duration.ofMillis(1));
        voices.providers();
        voices.providers();
        assertThat(calls).hasValue(2);
    }

    @Test
    void theNewKeysAreUsedAfterAnOutage() {
        ConfiguredVoices voices = voices();
        assertThat(voices.providers()).containsExactly("polly", "openai");

        outage = Optional.of(new UnavailableException("SSM"));
        clock.advance(TTL);
        voices.providers();

        outage = Optional.empty();
        stored = Map.of("google-key", "secret");
        clock.advance(BACKOFF);
        assertThat(voices.providers()).containsExactly("polly", "google");
    }

    @Test
    void aProviderWithoutAKeyIsNotListedOnceTheKeysAreRead() {
        outage = Optional.of(new UnavailableException("SSM"));
        stored = Map.of();
        ConfiguredVoices voices = voices();
        voices.providers();

        outage = Optional.empty();
        clock.advance(BACKOFF);

        assertThat(voices.providers()).containsExactly("polly");
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whileOneThreadWaitsForSsmTheOthersUseTheLastKeys() throws Exception {
        ConfiguredVoices voices = voices();
        voices.providers();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        onReading =
                () -> {
                    reading.countDown();
                    await(answered);
                };
        stored = Map.of("google-key", "secret");
        clock.advance(TTL);
        CompletableFuture<List<String>> waiting =
                CompletableFuture.supplyAsync(voices::providers, Thread::startVirtualThread);
        await(reading);

        assertThat(voices.providers()).containsExactly("polly", "openai");
        assertThat(voices.list("openai")).isNotEmpty();
        assertThat(waiting).isNotDone();

        answered.countDown();
        assertThat(waiting.join()).containsExactly("polly", "google");
        assertThat(voices.providers()).containsExactly("polly", "google");
        assertThat(calls).hasValue(2);
    }

    @Test
    void whoeverComesFirstReadsTheKeysForAll() {
        ConfiguredVoices voices = voices();

        assertThat(Concurrently.run(8, _ -> voices.providers()))
                .allSatisfy(names -> assertThat(names).containsExactly("polly", "openai"));
        assertThat(calls).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ConfiguredVoices voices() {
        return new ConfiguredVoices(
                new VoiceProviders.Connection(
                        "polly",
                        (_, _) -> {
                            throw new AssertionError("nothing is synthesized");
                        },
                        () -> List.of(JOANNA)),
                Environment.read(VARIABLES, VoiceSettings::of),
                this::readKeys,
                clock);
    }

    private Map<String, String> readKeys() {
        calls.incrementAndGet();
        onReading.run();
        if (outage.isPresent()) {
            throw outage.get();
        }
        return stored;
    }
}
