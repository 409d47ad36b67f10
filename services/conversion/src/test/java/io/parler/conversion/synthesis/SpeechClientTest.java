package io.parler.conversion.synthesis;

import static io.parler.conversion.testing.TestVoices.NEURAL;
import static io.parler.conversion.testing.TestVoices.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.FakeTime;
import io.parler.conversion.testing.SilentSynthesizer;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpeechClientTest {
    private static final String ME = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final Duration MAX_CALL = SilentSynthesizer.MAX_CALL;
    private static final Utterance HELLO = Utterance.text("Hello.");
    private static final ChunkKey HELLO_KEY =
            ChunkKey.of(AccountId.OWNER, HELLO, TestVoices.JOANNA);

    private final FakeTime time = new FakeTime();
    private final ChunksInMemory chunks = new ChunksInMemory();
    private final ClaimsInMemory claims =
            new ClaimsInMemory(() -> Instant.EPOCH.plusNanos(time.nanos()));
    private final SilentSynthesizer voice = new SilentSynthesizer();
    private final Random random = new Random(7);

    @Test
    void aChunkOfAnotherRunIsAwaited() throws InterruptedException {
        claims.take(HELLO_KEY, new Claims.Owner(ME, "another run"));
        time.afterSleeping(4, () -> store(ME));

        assertThat(client(ME).synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(voice.synthesizedTexts()).isEmpty();
    }

    @Test
    void theClaimOfADeadRunIsTakenAfterItExpires() throws InterruptedException {
        claims.take(HELLO_KEY, new Claims.Owner(ME, "a dead run"));
        long begun = time.nanos();

        assertThat(client(ME).synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(voice.synthesizedTexts()).containsExactly("Hello.");
        assertThat(Duration.ofNanos(time.nanos() - begun))
                .isBetween(claims.ttl(), claims.ttl().plusSeconds(1));
    }

    @Test
    void whenClaimsMayHaveExpiredAChunkIsLookedUpOnceMore() throws InterruptedException {
        SpeechClient slow = client(ME);
        assertThat(slow.get(HELLO)).isEqualTo(new SpeechClient.Result.NotStarted());
        store("another");
        time.sleep(claims.ttl().minus(Claims.minTtl(MAX_CALL)));

        assertThat(slow.synthesize(HELLO)).isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(voice.synthesizedTexts()).isEmpty();
    }

    /// Another run has the claim to the end of its call, wherever in the claim's time that starts.
    @Test
    void aCallStartsOnlyUnderAClaimThatOutlastsIt() throws InterruptedException {
        Duration busy = Duration.ofSeconds(40);
        voice.respondFirstWith(new CallResult.Busy<>("a long pause", Optional.of(busy)));
        SpeechSynthesizer observed =
                (utterance, profile) -> {
                    CallResult<SynthesizedSpeech> result = voice.synthesize(utterance, profile);
                    if (result instanceof CallResult.Success) {
                        time.sleep(MAX_CALL);
                        assertThat(claims.take(HELLO_KEY, new Claims.Owner(ME, "another run")))
                                .isFalse();
                        time.sleep(Duration.ofSeconds(20));
                    }
                    return result;
                };

        assertThat(client(observed).synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(claims.take(HELLO_KEY, new Claims.Owner(ME, "another run"))).isFalse();
    }

    @Test
    void aClaimThatWasLostDuringAPauseIsWaitedFor() throws InterruptedException {
        Duration maxCall = Duration.ofSeconds(10);
        Claims shortClaims =
                new ClaimsInMemory(
                        () -> Instant.EPOCH.plusNanos(time.nanos()), Claims.minTtl(maxCall));
        SpeechClient client =
                new SpeechClient(
                        new SpeechClient.Dependencies(
                                voice, maxCall, chunks, shortClaims, time, random),
                        new SpeechClient.JobSpec(ME, AccountId.OWNER, TestVoices.JOANNA, false),
                        new SpeechClient.Deadlines(
                                Deadline.in(Duration.ofMinutes(100), time::nanos)));
        voice.respondFirstWith(
                new CallResult.Busy<>("a long pause", Optional.of(shortClaims.ttl())));
        time.afterSleeping(
                1,
                () -> {
                    shortClaims.take(HELLO_KEY, new Claims.Owner("another", "its run"));
                    time.afterSleeping(3, () -> store("another"));
                });

        assertThat(client.synthesize(HELLO)).isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(voice.synthesizedTexts()).hasSize(1);
    }

    @Test
    void claimsThatExpireDuringACallAreRejected() {
        Duration tooLong = claims.ttl().minus(Claims.minTtl(Duration.ZERO)).plusNanos(1);
        assertThatThrownBy(
                        () ->
                                new SpeechClient.Dependencies(
                                        voice, tooLong, chunks, claims, time, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// A call to AWS on an interrupted thread ends at once.
    @Test
    void anInterruptedCallReleasesItsClaim() {
        Claims unavailableWhenInterrupted =
                new Claims() {
                    @Override
                    public Duration ttl() {
                        return claims.ttl();
                    }

                    @Override
                    public boolean take(ChunkKey key, Owner owner) {
                        return claims.take(key, owner);
                    }

                    @Override
                    public void release(ChunkKey key, Owner owner) {
                        assertThat(Thread.currentThread().isInterrupted()).isFalse();
                        claims.release(key, owner);
                    }
                };
        SpeechSynthesizer interrupted =
                (utterance, profile) -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedException();
                };
        SpeechClient client =
                new SpeechClient(
                        new SpeechClient.Dependencies(
                                interrupted,
                                MAX_CALL,
                                chunks,
                                unavailableWhenInterrupted,
                                time,
                                random),
                        new SpeechClient.JobSpec(ME, AccountId.OWNER, TestVoices.JOANNA, false),
                        new SpeechClient.Deadlines(
                                Deadline.in(Duration.ofMinutes(100), time::nanos)));

        assertThatThrownBy(() -> client.synthesize(HELLO)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(claims.size()).isZero();
    }

    @Test
    void aChunkIsStoredAndNotSynthesizedAgain() throws InterruptedException {
        assertThat(client("a").synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        SpeechClient.Result again = client("b").get(HELLO);

        assertThat(voice.synthesizedTexts()).containsExactly("Hello.");
        assertThat(again)
                .isInstanceOfSatisfying(
                        SpeechClient.Result.Synthesized.class,
                        done -> {
                            assertThat(done.metadata().receipt().paidBy()).isEqualTo("a");
                            assertThat(done.metadata().receipt().billedCharacters()).isEqualTo(6);
                        });
    }

    @Test
    void aBusyVoiceIsRetried() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            voice.respondFirstWith(busy());
        }

        assertThat(client(ME).synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(voice.synthesizedTexts()).hasSize(4);
        assertThat(time.slept()).hasSize(3).allMatch(d -> d.toMillis() < 800);
    }

    @Test
    void aVoiceThatStaysBusyIsUnavailableAfterTheTimeLimit() {
        for (int i = 0; i < 500; i++) {
            voice.respondFirstWith(busy());
        }
        long begun = time.nanos();

        assertThatThrownBy(() -> client(ME).synthesize(HELLO))
                .isInstanceOf(VoiceUnavailableException.class)
                .hasMessageContaining("ThrottlingException");
        assertThat(Duration.ofNanos(time.nanos() - begun)).isLessThan(Duration.ofSeconds(61));
    }

    @Test
    void whatWasBilledIsStoredAfterAnOutageOfTheStore() throws InterruptedException {
        chunks.failNextPuts(5);

        assertThat(client(ME).synthesize(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
        assertThat(chunks.get(HELLO_KEY)).isPresent();
        assertThat(voice.synthesizedTexts()).hasSize(1);
    }

    @Test
    void anOutageOfTheStoreToTheEndOfTheTimeIsThrown() {
        chunks.failNextPuts(Integer.MAX_VALUE);
        Duration left = Duration.ofSeconds(90);
        long begun = time.nanos();

        assertThatThrownBy(() -> client(ME, Deadline.in(left, time::nanos)).synthesize(HELLO))
                .isInstanceOf(UnavailableException.class);
        assertThat(Duration.ofNanos(time.nanos() - begun)).isLessThanOrEqualTo(left);
    }

    @Test
    void aRefusedCallIsNotRetried() throws InterruptedException {
        voice.respondFirstWith(new CallResult.Refused<>(CallResult.Reason.TEXT_REJECTED));

        assertThat(client(ME).synthesize(HELLO))
                .isEqualTo(new SpeechClient.Result.Refused(CallResult.Reason.TEXT_REJECTED));
        assertThat(voice.synthesizedTexts()).hasSize(1);
        assertThat(chunks.size()).isZero();
    }

    @Test
    void afterTheDeadlineNoCallStarts() throws InterruptedException {
        SpeechClient late = client(ME, Deadline.in(Duration.ofSeconds(-1), time::nanos));

        assertThat(late.synthesize(HELLO)).isEqualTo(new SpeechClient.Result.NotStarted());
        assertThat(voice.synthesizedTexts()).isEmpty();
    }

    @Test
    void storedChunksAreFoundEvenAfterTheDeadline() throws InterruptedException {
        client(ME).synthesize(HELLO);

        assertThat(client(ME, Deadline.in(Duration.ofSeconds(-1), time::nanos)).get(HELLO))
                .isInstanceOf(SpeechClient.Result.Synthesized.class);
    }

    @Test
    void theKeyDependsOnTextVoiceAndEngine() {
        Utterance text = Utterance.text("a");
        VoiceProfile joanna = TestVoices.JOANNA;
        VoiceProfile other =
                new VoiceProfile(
                        VoiceId.of("other", "Joanna", "neural"),
                        "Joanna",
                        List.of("en-US"),
                        "Female",
                        joanna.engine());

        assertThat(
                        Stream.of(
                                ChunkKey.of(AccountId.OWNER, text, joanna),
                                ChunkKey.of(AccountId.OWNER, Utterance.text("b"), joanna),
                                ChunkKey.of(
                                        AccountId.OWNER,
                                        text,
                                        TestVoices.polly("Amy", "en-GB", NEURAL)),
                                ChunkKey.of(
                                        AccountId.OWNER,
                                        text,
                                        TestVoices.polly("Amy", "en-GB", STANDARD)),
                                ChunkKey.of(AccountId.OWNER, text, other)))
                .doesNotHaveDuplicates();
        assertThat(ChunkKey.of(AccountId.OWNER, text, joanna))
                .isEqualTo(ChunkKey.of(AccountId.OWNER, Utterance.text("a"), TestVoices.JOANNA));
    }

    private void store(String boughtBy) {
        Mp3 audio = Mp3.silence(new FrameHeader(0xfff364c4), 7);
        chunks.put(
                HELLO_KEY,
                audio,
                new ChunkStore.Metadata(
                        audio.run(), new ChunkStore.Receipt(6, boughtBy), Optional.empty()));
    }

    private static CallResult<SynthesizedSpeech> busy() {
        return new CallResult.Busy<>("ThrottlingException");
    }

    private SpeechClient client(String conversion) {
        return client(conversion, Deadline.in(Duration.ofMinutes(100), time::nanos));
    }

    private SpeechClient client(SpeechSynthesizer synthesizer) {
        return new SpeechClient(
                new SpeechClient.Dependencies(synthesizer, MAX_CALL, chunks, claims, time, random),
                new SpeechClient.JobSpec(ME, AccountId.OWNER, TestVoices.JOANNA, false),
                new SpeechClient.Deadlines(Deadline.in(Duration.ofMinutes(100), time::nanos)));
    }

    private SpeechClient client(String conversion, Deadline deadline) {
        return new SpeechClient(
                new SpeechClient.Dependencies(voice, MAX_CALL, chunks, claims, time, random),
                new SpeechClient.JobSpec(conversion, AccountId.OWNER, TestVoices.JOANNA, false),
                new SpeechClient.Deadlines(deadline));
    }
}
