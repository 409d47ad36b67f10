package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Synthesizes texts, many at once, within the rate limit of the engine, and stores the audio. It
/// waits for chunks that another run is synthesizing.
public final class SpeechClient {

    private static final Duration CLAIM_POLL_INTERVAL = Duration.ofMillis(250);
    private static final int MAX_CONCURRENT_LOOKUPS = 32;
    private static final ChunkStore.Receipt FREE_OF_CHARGE = new ChunkStore.Receipt(0, "");

    private final Dependencies dependencies;
    private final Time time;
    private final JobSpec spec;
    private final Claims.Owner owner;
    private final Deadlines deadlines;
    private final Deadline lookupsAreRecent;
    private final Semaphore lookups = new Semaphore(MAX_CONCURRENT_LOOKUPS);
    private final Semaphore inFlight;
    private final RateLimiter rate;
    private final AtomicLong slowestCall = new AtomicLong();
    private volatile boolean stopped;

    public SpeechClient(Dependencies dependencies, JobSpec spec, Deadlines deadlines) {
        this.dependencies = dependencies;
        this.time = dependencies.time();
        this.spec = spec;
        this.owner = new Claims.Owner(spec.conversion(), newRun(dependencies.random()));
        this.deadlines = deadlines;
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

    /// The ports and sources that all conversions share.
    ///
    /// @param maxCall the time limit of a call to the voice; a claim must not expire during it
    /// @param random thread-safe, with a different seed in every process
    public record Dependencies(
            SpeechSynthesizer synthesizer,
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

    /// The conversion that is billed, its account and voice, and whether it needs word times.
    public record JobSpec(
            String conversion, AccountId account, VoiceProfile voice, boolean wordTimes) {}

    /// When a run stops.
    ///
    /// @param lastStart no call is started that may end later
    /// @param lastEnd until then, calls in flight are waited for, and what they return is stored
    public record Deadlines(Deadline lastStart, Deadline lastEnd) {
        /// The same for both.
        public Deadlines(Deadline end) {
            this(end, end);
        }
    }

    /// The result for one text.
    public sealed interface Result {
        record Synthesized(ChunkStore.Metadata metadata) implements Result {}

        record Refused(CallResult.Reason reason) implements Result {}

        /// Nothing is stored, and no synthesis was started: time ran out, or the run was stopped.
        record NotStarted() implements Result {}
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /// Stops starting calls. Calls in flight continue.
    void stop() {
        stopped = true;
    }

    /// Looks up a stored chunk, of this conversion or another.
    Result get(Utterance utterance) throws InterruptedException {
        lookups.acquire();
        try {
            return stored(key(utterance), this::hasWordTimes).orElseGet(Result.NotStarted::new);
        } finally {
            lookups.release();
        }
    }

    /// Audio and the times of its words are billed separately, each under a claim of its own.
    public Result synthesize(Utterance utterance) throws InterruptedException {
        ChunkKey key = key(utterance);
        Result audio = run(new Task(key, key, _ -> true, claim -> audio(key, utterance, claim)));
        return audio instanceof Result.Synthesized done && !hasWordTimes(done.metadata())
                ? run(
                        new Task(
                                key,
                                key.ofWords(),
                                this::hasWordTimes,
                                claim -> speechMarks(key, utterance, done.metadata(), claim)))
                : audio;
    }

    /// A billed call: the keys of its chunk and of its claim, and when the stored chunk is
    /// complete.
    private record Task(
            ChunkKey key,
            ChunkKey claim,
            Predicate<ChunkStore.Metadata> isComplete,
            Synthesis synthesis) {}

    @FunctionalInterface
    private interface Synthesis {
        Result call(ChunkClaim claim) throws InterruptedException;
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
                return stored(task.key(), task.isComplete());
            }
            Optional<Result> synthesizedMeanwhile =
                    lookupIsRecent() ? Optional.empty() : stored(task.key(), task.isComplete());
            result =
                    synthesizedMeanwhile.isPresent()
                            ? synthesizedMeanwhile.get()
                            : task.synthesis().call(claim);
            return Optional.of(result)
                    .filter(r -> !(r instanceof Result.NotStarted) || !mayStart());
        } finally {
            inFlight.release();
            if (claimed && !(result instanceof Result.Synthesized)) {
                claim.release();
            }
        }
    }

    private Optional<Result> stored(ChunkKey key, Predicate<ChunkStore.Metadata> isComplete) {
        return dependencies.chunks().get(key).filter(isComplete).map(Result.Synthesized::new);
    }

    /// What another run stored after the lookup still has its claim.
    private boolean lookupIsRecent() {
        return !lookupsAreRecent.hasPassed();
    }

    private Result audio(ChunkKey key, Utterance utterance, ChunkClaim claim)
            throws InterruptedException {
        return switch (callWithRetries(
                claim, () -> dependencies.synthesizer().synthesize(utterance, spec.voice()))) {
            case CallOutcome.Success<SynthesizedSpeech>(
                            SynthesizedSpeech speech,
                            ChunkStore.Receipt receipt) -> {
                ChunkStore.Metadata metadata =
                        new ChunkStore.Metadata(
                                speech.audio().run(),
                                receipt,
                                speech.speechMarks()
                                        .map(m -> new ChunkStore.WordTiming(m, FREE_OF_CHARGE)),
                                AudioAnalysis.of(speech.audio()));
                store(() -> dependencies.chunks().put(key, speech.audio(), metadata));
                yield new Result.Synthesized(metadata);
            }
            case CallOutcome.Failed<SynthesizedSpeech> failed -> failed.result();
        };
    }

    private Result speechMarks(
            ChunkKey key, Utterance utterance, ChunkStore.Metadata audio, ChunkClaim claim)
            throws InterruptedException {
        return switch (callWithRetries(
                claim, () -> dependencies.synthesizer().speechMarks(utterance, spec.voice()))) {
            case CallOutcome.Success<List<SpeechMark>>(
                            List<SpeechMark> speechMarks,
                            ChunkStore.Receipt receipt) -> {
                ChunkStore.Metadata metadata =
                        audio.with(new ChunkStore.WordTiming(speechMarks, receipt));
                store(() -> dependencies.chunks().put(key, metadata));
                yield new Result.Synthesized(metadata);
            }
            case CallOutcome.Failed<List<SpeechMark>> failed -> failed.result();
        };
    }

    /// Stores what was billed. While the store is unavailable it is tried again, to the end of the
    /// time: what isn't stored is billed once more.
    private void store(Runnable put) throws InterruptedException {
        Backoff backoff = new Backoff(dependencies.random());
        while (true) {
            try {
                put.run();
                return;
            } catch (UnavailableException e) {
                Duration wait = backoff.next();
                if (!deadlines.lastEnd().leaves(wait)) {
                    throw e;
                }
                time.sleep(wait);
            }
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        CallResult<T> run() throws InterruptedException;
    }

    private sealed interface CallOutcome<T> {
        record Success<T>(T value, ChunkStore.Receipt receipt) implements CallOutcome<T> {}

        record Failed<T>(Result result) implements CallOutcome<T> {}
    }

    private <T> CallOutcome<T> callWithRetries(ChunkClaim claim, Call<T> call)
            throws InterruptedException {
        Deadline retries = Deadline.in(Backoff.MAX_RETRY_TIME, time::nanos);
        Backoff backoff = new Backoff(dependencies.random());
        while (true) {
            rate.await();
            if (!mayStart() || !claim.coversCall()) {
                return new CallOutcome.Failed<>(new Result.NotStarted());
            }
            long start = time.nanos();
            switch (call.run()) {
                case CallResult.Success<T> success -> {
                    slowestCall.accumulateAndGet(time.nanos() - start, Math::max);
                    return new CallOutcome.Success<>(
                            success.value(),
                            new ChunkStore.Receipt(success.billedCharacters(), spec.conversion()));
                }
                case CallResult.Refused<T> refused -> {
                    return new CallOutcome.Failed<>(new Result.Refused(refused.reason()));
                }
                case CallResult.Busy<T> busy -> {
                    Duration wait = max(backoff.next(), busy.retryAfter());
                    if (!retries.leaves(wait)) {
                        throw new VoiceUnavailableException(busy.reason());
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
        return !stopped && deadlines.lastStart().leaves(Duration.ofNanos(slowestCall.get()));
    }

    private ChunkKey key(Utterance utterance) {
        return ChunkKey.of(spec.account(), utterance, spec.voice());
    }

    private boolean hasWordTimes(ChunkStore.Metadata metadata) {
        return !spec.wordTimes() || metadata.wordTiming().isPresent();
    }
}
