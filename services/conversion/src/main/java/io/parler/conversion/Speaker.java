package io.parler.conversion;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Has one text at a time spoken, many at once, within an engine's quota; what was spoken before is
/// taken from the store.
public final class Speaker {
    /// How long a throttled or failing call is tried again.
    private static final Duration RETRIES = Duration.ofSeconds(60);

    private final Voice voice;
    private final ChunkStore chunks;
    private final Time time;
    private final RandomGenerator random;
    private final Narration narration;
    private final String conversion;
    private final Deadline deadline;
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

        /// There was no time left to begin, or no use.
        record NotBegun() implements Result {}
    }

    /// Lets the calls in flight come to their end, and no other begin.
    void stop() {
        stopped = true;
    }

    /// How many texts were spoken and not taken from the store.
    int spoken() {
        return spoken.get();
    }

    Result speak(String text) throws InterruptedException {
        inFlight.acquire();
        try {
            ChunkKey key = narration.key(text);
            var known = chunks.find(key);
            return known.isPresent() ? new Result.Done(known.get()) : speakAnew(key, text);
        } finally {
            inFlight.release();
        }
    }

    private Result speakAnew(ChunkKey key, String text) throws InterruptedException {
        Deadline retries = Deadline.in(RETRIES, time);
        Backoff backoff = new Backoff(random);
        while (true) {
            rate.await();
            if (stopped || !deadline.leaves(Duration.ofNanos(slowest.get()))) {
                return new Result.NotBegun();
            }
            long begun = time.nanos();
            switch (voice.speak(text, narration)) {
                case Speech.Spoken speech -> {
                    slowest.accumulateAndGet(time.nanos() - begun, Math::max);
                    return new Result.Done(keep(key, speech));
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

    private ChunkStore.Kept keep(ChunkKey key, Speech.Spoken speech) {
        ChunkStore.Kept kept =
                new ChunkStore.Kept(speech.audio().run(), speech.billedCharacters(), conversion);
        chunks.keep(key, speech.audio(), kept);
        spoken.incrementAndGet();
        return kept;
    }
}
