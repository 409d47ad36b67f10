package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Has texts synthesized, many at once, within an engine's rate limit, and stores the audio. It
/// waits for a chunk that another run is synthesizing right now.
public final class SpeechClient {
    /// How long a throttled or failing call is tried again.
    private static final Duration MAX_RETRY_TIME = Duration.ofSeconds(60);

    private static final Duration CLAIM_POLL_INTERVAL = Duration.ofMillis(250);
    private static final int MAX_CONCURRENT_LOOKUPS = 32;
    private static final ChunkStore.Receipt FREE_OF_CHARGE = new ChunkStore.Receipt(0, "");

    private final Dependencies dependencies;
    private final Time time;
    private final JobSpec spec;
    private final Claims.Owner owner;
    private final Deadline deadline;
    private final Deadline lookupsAreRecent;
    private final Semaphore lookups = new Semaphore(MAX_CONCURRENT_LOOKUPS);
    private final Semaphore inFlight;
    private final RateLimiter rate;
    private final AtomicLong slowestCall = new AtomicLong();
    private volatile boolean stopped;

    public SpeechClient(Dependencies dependencies, JobSpec spec, Deadline deadline) {
        this.dependencies = dependencies;
        this.time = dependencies.time();
        this.spec = spec;
        this.owner = new Claims.Owner(spec.conversion(), newRun(dependencies.random()));
        this.deadline = deadline;
        this.lookupsAreRecent =
                Deadline.in(
                        dependencies.claims().ttl().minus(Claims.minTtl(dependencies.maxCall())),
                        time::nanos);
        this.inFlight = new Semaphore(spec.voice().engine().rateLimit().callsInFlight(), true);
        this.rate = new RateLimiter(spec.voice().engine().rateLimit().callsPerSecond(), time);
    }

    private static String newRun(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /// What synthesis needs, whatever the text.
    ///
    /// @param maxCall how long a call to the voice takes at most; claims outlast it
    /// @param random for all threads, and different in every process
    public record Dependencies(
            SpeechSynthesizer voice,
            Duration maxCall,
            ChunkStore chunks,
            Claims claims,
            Time time,
            RandomGenerator random) {
        public Dependencies {
            if (claims.ttl().compareTo(Claims.minTtl(maxCall)) < 0) {
                throw new IllegalArgumentException("a claim expires during a call of " + maxCall);
            }
        }
    }

    /// Which conversion is billed, in which voice, and whether the times of words are billed too.
    public record JobSpec(String conversion, VoiceProfile voice, boolean wordTimes) {}

    /// How the synthesis of one text ended.
    public sealed interface Result {
        record Synthesized(ChunkStore.Metadata kept) implements Result {}

        record Refused(CallResult.Reason reason) implements Result {}

        /// There was no time left to start, or no use; or nothing was found.
        record NotStarted() implements Result {}
    }

    /// Lets the calls in flight finish, and starts no other.
    void stop() {
        stopped = true;
    }

    /// A stored chunk, of this conversion or another.
    Result get(Utterance utterance) throws InterruptedException {
        lookups.acquire();
        try {
            return kept(key(utterance), this::hasWordTimes).orElseGet(Result.NotStarted::new);
        } finally {
            lookups.release();
        }
    }

    /// Audio and the times of its words are billed separately, each under a claim of its own.
    public Result synthesize(Utterance utterance) throws InterruptedException {
        ChunkKey key = key(utterance);
        Result audio = run(new Task(key, key, _ -> true, claim -> audio(key, utterance, claim)));
        return audio instanceof Result.Synthesized done && !hasWordTimes(done.kept())
                ? run(
                        new Task(
                                key,
                                key.ofWords(),
                                this::hasWordTimes,
                                claim -> speechMarks(key, utterance, done.kept(), claim)))
                : audio;
    }

    /// A billed call: the key of its chunk, the key of its claim, and when it is complete.
    private record Task(
            ChunkKey key,
            ChunkKey claim,
            Predicate<ChunkStore.Metadata> isComplete,
            Synthesis synthesis) {}

    @FunctionalInterface
    private interface Synthesis {
        Result run(ChunkClaim claim) throws InterruptedException;
    }

    private Result run(Task task) throws InterruptedException {
        while (mayStart()) {
            Optional<Result> result = claimOrGet(task);
            if (result.isPresent()) {
                return result.get();
            }
            time.sleep(CLAIM_POLL_INTERVAL);
        }
        return new Result.NotStarted();
    }

    /// Empty when another run has the claim, and what it synthesizes is not stored yet. A claim is
    /// released only on failure: until it expires it tells others that the chunk is stored. A claim
    /// that was lost meanwhile is waited for like any other.
    private Optional<Result> claimOrGet(Task task) throws InterruptedException {
        inFlight.acquire();
        ChunkClaim claim = new ChunkClaim(dependencies.claims(), task.claim(), owner, time);
        Result result = new Result.NotStarted();
        boolean claimed = false;
        try {
            claimed = mayStart() && claim.take();
            if (!claimed) {
                return kept(task.key(), task.isComplete());
            }
            Optional<Result> synthesizedMeanwhile =
                    lookupIsRecent() ? Optional.empty() : kept(task.key(), task.isComplete());
            result =
                    synthesizedMeanwhile.isPresent()
                            ? synthesizedMeanwhile.get()
                            : task.synthesis().run(claim);
            return Optional.of(result)
                    .filter(r -> !(r instanceof Result.NotStarted) || !mayStart());
        } finally {
            inFlight.release();
            if (claimed && !(result instanceof Result.Synthesized)) {
                claim.release();
            }
        }
    }

    private Optional<Result> kept(ChunkKey key, Predicate<ChunkStore.Metadata> isComplete) {
        return dependencies.chunks().get(key).filter(isComplete).map(Result.Synthesized::new);
    }

    /// What another run stored since the chunk was looked up is still claimed.
    private boolean lookupIsRecent() {
        return !lookupsAreRecent.hasPassed();
    }

    private Result audio(ChunkKey key, Utterance utterance, ChunkClaim claim)
            throws InterruptedException {
        return switch (callWithRetries(
                claim, () -> dependencies.voice().synthesize(utterance, spec.voice()))) {
            case CallOutcome.Success<SynthesizedSpeech>(
                            SynthesizedSpeech sound,
                            ChunkStore.Receipt receipt) -> {
                ChunkStore.Metadata kept =
                        new ChunkStore.Metadata(
                                sound.audio().run(),
                                receipt,
                                sound.speechMarks()
                                        .map(m -> new ChunkStore.WordTiming(m, FREE_OF_CHARGE)));
                dependencies.chunks().put(key, sound.audio(), kept);
                yield new Result.Synthesized(kept);
            }
            case CallOutcome.Failed<SynthesizedSpeech> failed -> failed.result();
        };
    }

    private Result speechMarks(
            ChunkKey key, Utterance utterance, ChunkStore.Metadata audio, ChunkClaim claim)
            throws InterruptedException {
        return switch (callWithRetries(
                claim, () -> dependencies.voice().speechMarks(utterance, spec.voice()))) {
            case CallOutcome.Success<List<SpeechMark>>(
                            List<SpeechMark> speechMarks,
                            ChunkStore.Receipt receipt) -> {
                ChunkStore.Metadata kept =
                        audio.with(new ChunkStore.WordTiming(speechMarks, receipt));
                dependencies.chunks().put(key, kept);
                yield new Result.Synthesized(kept);
            }
            case CallOutcome.Failed<List<SpeechMark>> failed -> failed.result();
        };
    }

    @FunctionalInterface
    private interface Call<T> {
        CallResult<T> once() throws InterruptedException;
    }

    private sealed interface CallOutcome<T> {
        record Success<T>(T what, ChunkStore.Receipt receipt) implements CallOutcome<T> {}

        record Failed<T>(Result result) implements CallOutcome<T> {}
    }

    private <T> CallOutcome<T> callWithRetries(ChunkClaim claim, Call<T> call)
            throws InterruptedException {
        Deadline retries = Deadline.in(MAX_RETRY_TIME, time::nanos);
        Backoff backoff = new Backoff(dependencies.random());
        while (true) {
            rate.await();
            if (!mayStart() || !claim.coversCall()) {
                return new CallOutcome.Failed<>(new Result.NotStarted());
            }
            long start = time.nanos();
            switch (call.once()) {
                case CallResult.Success<T> given -> {
                    slowestCall.accumulateAndGet(time.nanos() - start, Math::max);
                    return new CallOutcome.Success<>(
                            given.what(),
                            new ChunkStore.Receipt(given.billedCharacters(), spec.conversion()));
                }
                case CallResult.Refused<T> refused -> {
                    return new CallOutcome.Failed<>(new Result.Refused(refused.reason()));
                }
                case CallResult.Busy<T> busy -> {
                    Duration wait = max(backoff.next(), busy.retryAfter());
                    if (!retries.leaves(wait)) {
                        throw new VoiceUnavailableException(busy.why());
                    }
                    time.sleep(wait);
                }
            }
        }
    }

    private static Duration max(Duration wait, Optional<Duration> requested) {
        return requested.filter(a -> a.compareTo(wait) > 0).orElse(wait);
    }

    private boolean mayStart() {
        return !stopped && deadline.leaves(Duration.ofNanos(slowestCall.get()));
    }

    private ChunkKey key(Utterance utterance) {
        return ChunkKey.of(utterance, spec.voice());
    }

    private boolean hasWordTimes(ChunkStore.Metadata kept) {
        return !spec.wordTimes() || kept.wordTiming().isPresent();
    }
}
