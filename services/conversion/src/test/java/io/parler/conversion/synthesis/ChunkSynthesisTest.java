package io.parler.conversion.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.ConcurrentFakeTime;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.FakeTime;
import io.parler.conversion.testing.SilentSynthesizer;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkSynthesisTest {
    private static final int CALLS = 65;
    private static final int CALLS_PER_SECOND = TestVoices.NEURAL.rateLimit().callsPerSecond();
    private static final int CALLS_IN_FLIGHT = TestVoices.NEURAL.rateLimit().callsInFlight();

    private final SilentSynthesizer voice = new SilentSynthesizer();
    private final AtomicInteger ended = new AtomicInteger();
    private final ConcurrentFakeTime time =
            new ConcurrentFakeTime(() -> Math.min(CALLS_IN_FLIGHT, CALLS - ended.get()));
    private final List<Long> begun = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    @Test
    void callsStartAsFastAsTheRateLimitAllows() throws InterruptedException {
        Duration taken = read(Duration.ofMillis(600));

        assertThat(begun).hasSize(CALLS);
        for (int i = CALLS_PER_SECOND; i < CALLS; i++) {
            assertThat(begun.get(i) - begun.get(i - CALLS_PER_SECOND))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        }
        assertThat(taken).isLessThan(Duration.ofMillis(8_600 * 103 / 100));
    }

    @Test
    void slowCallsInFlightAreLimited() throws InterruptedException {
        Duration taken = read(Duration.ofSeconds(4));

        assertThat(mostInFlight).hasValue(CALLS_IN_FLIGHT);
        assertThat(taken).isLessThan(Duration.ofSeconds(16 * 115 / 100));
    }

    /// So that each call to AWS ends by it.
    @Test
    void eachCallHasTheDeadlineOfTheRunInScope() throws Exception {
        Set<Optional<Deadline>> seen = ConcurrentHashMap.newKeySet();
        Deadline deadline = Deadline.in(Duration.ofHours(10), time::nanos);
        ClaimsInMemory claims = new ClaimsInMemory();
        claims.onTaking(() -> seen.add(Deadline.current()));
        SpeechClient client =
                new SpeechClient(
                        new SpeechClient.Dependencies(
                                (utterance, profile) -> {
                                    seen.add(Deadline.current());
                                    return voice.synthesize(utterance, profile);
                                },
                                SilentSynthesizer.MAX_CALL,
                                new ChunksInMemory(),
                                claims,
                                new FakeTime(),
                                new Random(7)),
                        new SpeechClient.JobSpec(
                                ConversionInMemory.ID, AccountId.OWNER, TestVoices.JOANNA, false),
                        new SpeechClient.Deadlines(deadline));

        assertThat(deadline.call(() -> new ChunkSynthesis(client).synthesize(chunks(), _ -> {})))
                .isInstanceOf(ChunkSynthesis.Result.Completed.class);
        assertThat(voice.synthesizedTexts()).hasSize(CALLS);
        assertThat(seen).containsExactly(Optional.of(deadline));
    }

    /// It is billed, and a run that joins nothing has time left.
    @Test
    void aCallInFlightAtTheLastStartIsStored() throws InterruptedException {
        AtomicLong clock = new AtomicLong();
        Deadline lastStart = Deadline.in(Duration.ofHours(1), clock::get);
        // Its clock is read when it is made, and when the calls in flight are waited for.
        CountDownLatch waitedFor = new CountDownLatch(2);
        Deadline lastEnd =
                Deadline.in(
                        Duration.ofHours(1),
                        () -> {
                            waitedFor.countDown();
                            return 0;
                        });
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch anotherBegan = new CountDownLatch(1);
        ChunksInMemory chunks = new ChunksInMemory();
        SpeechClient client =
                new SpeechClient(
                        new SpeechClient.Dependencies(
                                (utterance, profile) -> {
                                    if (calls.getAndIncrement() == 0) {
                                        anotherBegan.await();
                                        clock.set(Duration.ofHours(2).toNanos());
                                    } else {
                                        anotherBegan.countDown();
                                        waitedFor.await();
                                    }
                                    return voice.synthesize(utterance, profile);
                                },
                                SilentSynthesizer.MAX_CALL,
                                chunks,
                                new ClaimsInMemory(),
                                new FakeTime(),
                                new Random(7)),
                        new SpeechClient.JobSpec(
                                ConversionInMemory.ID, AccountId.OWNER, TestVoices.JOANNA, false),
                        new SpeechClient.Deadlines(lastStart, lastEnd));

        assertThat(new ChunkSynthesis(client).synthesize(chunks(), _ -> {}))
                .isInstanceOf(ChunkSynthesis.Result.Unfinished.class);
        assertThat(voice.synthesizedTexts()).hasSizeGreaterThan(1);
        assertThat(chunks.size()).isEqualTo(voice.synthesizedTexts().size());
    }

    private Duration read(Duration latency) throws InterruptedException {
        long start = time.nanos();
        Deadline never = Deadline.in(Duration.ofHours(10), time::nanos);
        SpeechClient client =
                new SpeechClient(
                        new SpeechClient.Dependencies(
                                (utterance, profile) -> synthesize(utterance, profile, latency),
                                SilentSynthesizer.MAX_CALL,
                                new ChunksInMemory(),
                                new ClaimsInMemory(),
                                time,
                                new Random(7)),
                        new SpeechClient.JobSpec(
                                ConversionInMemory.ID, AccountId.OWNER, TestVoices.JOANNA, false),
                        new SpeechClient.Deadlines(never));
        assertThat(new ChunkSynthesis(client).synthesize(chunks(), _ -> {}))
                .isInstanceOf(ChunkSynthesis.Result.Completed.class);
        return Duration.ofNanos(time.nanos() - start);
    }

    private CallResult<SynthesizedSpeech> synthesize(
            Utterance utterance, VoiceProfile profile, Duration latency)
            throws InterruptedException {
        begun.add(time.nanos());
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        time.sleep(latency);
        inFlight.decrementAndGet();
        ended.incrementAndGet();
        time.stepped();
        return voice.synthesize(utterance, profile);
    }

    private static List<Chunk> chunks() {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> "Number " + i + ".")
                .map(text -> new Chunk(0, Words.plain(text), Utterance.text(text)))
                .toList();
    }
}
