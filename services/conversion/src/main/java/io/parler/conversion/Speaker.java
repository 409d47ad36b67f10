package io.parler.conversion;

import io.parler.conversion.speech.Utterance;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Has texts spoken, many at once, within an engine's quota, and keeps what was spoken.
public final class Speaker {
    /// How long a throttled or failing call is tried again.
    private static final Duration RETRIES = Duration.ofSeconds(60);

    private static final int LOOKUPS_AT_ONCE = 32;

    private final Voice voice;
    private final ChunkStore chunks;
    private final Time time;
    private final RandomGenerator random;
    private final Narration narration;
    private final String conversion;
    private final Deadline deadline;
    private final Semaphore lookups = new Semaphore(LOOKUPS_AT_ONCE);
    private final Semaphore inFlight;
    private final CallRate rate;
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger spoken = new AtomicInteger();
    private volatile boolean stopped;

    Speaker(Parts parts, Narration narration, String conversion, Deadline deadline) {
        this.voice = parts.voice();
        this.chunks = parts.chunks();
        this.time = parts.time();
        this.random = parts.random();
        this.narration = narration;
        this.conversion = conversion;
        this.deadline = deadline;
        this.inFlight = new Semaphore(narration.engine().callsInFlight(), true);
        this.rate = new CallRate(narration.engine().callsPerSecond(), time);
    }

    /// What speaking needs, whatever is spoken.
    public record Parts(Voice voice, ChunkStore chunks, Time time, RandomGenerator random) {}

    /// How speaking one text ended.
    sealed interface Result {
        record Done(ChunkStore.Kept kept) implements Result {}

        record Refused(Speech.Reason reason) implements Result {}

        /// There was no time left to begin, or no use; or nothing was found.
        record NotBegun() implements Result {}
    }

    /// Lets the calls in flight come to their end, and no other begin.
    void stop() {
        stopped = true;
    }

    /// How many texts were spoken.
    int spoken() {
        return spoken.get();
    }

    /// What was spoken before, in this conversion or another.
    Result find(Utterance utterance) throws InterruptedException {
        lookups.acquire();
        try {
            return chunks.find(narration.key(utterance))
                    .<Result>map(Result.Done::new)
                    .orElseGet(Result.NotBegun::new);
        } finally {
            lookups.release();
        }
    }

    Result speak(Utterance utterance) throws InterruptedException {
        inFlight.acquire();
        try {
            return speakAndKeep(utterance);
        } finally {
            inFlight.release();
        }
    }

    private Result speakAndKeep(Utterance utterance) throws InterruptedException {
        Deadline retries = Deadline.in(RETRIES, time);
        Backoff backoff = new Backoff(random);
        while (true) {
            rate.await();
            if (stopped || !deadline.leaves(Duration.ofNanos(slowest.get()))) {
                return new Result.NotBegun();
            }
            long begun = time.nanos();
            switch (voice.speak(utterance, narration)) {
                case Speech.Spoken speech -> {
                    slowest.accumulateAndGet(time.nanos() - begun, Math::max);
                    return new Result.Done(keep(utterance, speech));
                }
                case Speech.Refused refused -> {
                    return new Result.Refused(refused.reason());
                }
                case Speech.Busy busy -> {
                    Duration wait = backoff.next();
                    if (!retries.leaves(wait)) {
                        throw new VoiceUnavailable(busy.why());
                    }
                    time.sleep(wait);
                }
            }
        }
    }

    private ChunkStore.Kept keep(Utterance utterance, Speech.Spoken speech) {
        ChunkStore.Kept kept =
                new ChunkStore.Kept(speech.audio().run(), speech.billedCharacters(), conversion);
        chunks.keep(narration.key(utterance), speech.audio(), kept);
        spoken.incrementAndGet();
        return kept;
    }
}
