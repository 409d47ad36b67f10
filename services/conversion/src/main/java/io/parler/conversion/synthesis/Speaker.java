package io.parler.conversion.synthesis;

import io.parler.conversion.Deadline;
import io.parler.conversion.Time;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Mark;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Has texts spoken, many at once, within an engine's quota, and keeps what was spoken. What
/// another conversion is just buying is waited for.
public final class Speaker {
    /// How long a throttled or failing call is tried again.
    private static final Duration RETRIES = Duration.ofSeconds(60);

    private static final Duration WHILE_ANOTHER_BUYS = Duration.ofMillis(250);
    private static final int LOOKUPS_AT_ONCE = 32;
    private static final ChunkStore.Receipt FREE = new ChunkStore.Receipt(0, "");

    private final Parts parts;
    private final Time time;
    private final Order order;
    private final Deadline deadline;
    private final Deadline claimsLast;
    private final Semaphore lookups = new Semaphore(LOOKUPS_AT_ONCE);
    private final Semaphore inFlight;
    private final CallRate rate;
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean stopped;

    public Speaker(Parts parts, Order order, Deadline deadline) {
        this.parts = parts;
        this.time = parts.time();
        this.order = order;
        this.deadline = deadline;
        this.claimsLast = Deadline.in(Claims.SHORTEST, time);
        this.inFlight = new Semaphore(order.voice().engine().quota().callsInFlight(), true);
        this.rate = new CallRate(order.voice().engine().quota().callsPerSecond(), time);
    }

    /// What speaking needs, whatever is spoken.
    public record Parts(
            Voice voice, ChunkStore chunks, Claims claims, Time time, RandomGenerator random) {}

    /// Who buys, in which voice, and whether the times of words are bought, too.
    public record Order(String conversion, VoiceProfile voice, boolean words) {}

    /// How speaking one text ended.
    public sealed interface Result {
        record Done(ChunkStore.Kept kept) implements Result {}

        record Refused(Answer.Reason reason) implements Result {}

        /// There was no time left to begin, or no use; or nothing was found.
        record NotBegun() implements Result {}
    }

    /// Lets the calls in flight come to their end, and no other begin.
    void stop() {
        stopped = true;
    }

    /// What was spoken before, in this conversion or another.
    Result find(Utterance utterance) throws InterruptedException {
        lookups.acquire();
        try {
            return kept(key(utterance), this::isWhole).orElseGet(Result.NotBegun::new);
        } finally {
            lookups.release();
        }
    }

    /// Audio and the times of its words are two purchases, each with a claim of its own.
    public Result speak(Utterance utterance) throws InterruptedException {
        ChunkKey key = key(utterance);
        Result audio = buy(new Purchase(key, key, _ -> true, () -> audio(key, utterance)));
        return audio instanceof Result.Done done && !isWhole(done.kept())
                ? buy(
                        new Purchase(
                                key,
                                key.ofWords(),
                                this::isWhole,
                                () -> marks(key, utterance, done.kept())))
                : audio;
    }

    /// Something to buy: where it is kept, what claims it, how it is known, how it is bought.
    private record Purchase(
            ChunkKey key, ChunkKey claim, Predicate<ChunkStore.Kept> isIt, Buying buying) {}

    @FunctionalInterface
    private interface Buying {
        Result buy() throws InterruptedException;
    }

    private Result buy(Purchase purchase) throws InterruptedException {
        while (mayBegin()) {
            Optional<Result> result = buyOrFind(purchase);
            if (result.isPresent()) {
                return result.get();
            }
            time.sleep(WHILE_ANOTHER_BUYS);
        }
        return new Result.NotBegun();
    }

    /// Empty when another conversion has the claim, and what it buys is not there yet. A claim is
    /// given back only by who did not buy: to others it says for a while that they need not.
    private Optional<Result> buyOrFind(Purchase purchase) throws InterruptedException {
        inFlight.acquire();
        Result result = new Result.NotBegun();
        boolean ours = false;
        try {
            ours = mayBegin() && parts.claims().take(purchase.claim(), order.conversion());
            if (!ours) {
                return kept(purchase.key(), purchase.isIt());
            }
            Optional<Result> since =
                    hasLookedLately() ? Optional.empty() : kept(purchase.key(), purchase.isIt());
            result = since.isPresent() ? since.get() : purchase.buying().buy();
            return Optional.of(result);
        } finally {
            inFlight.release();
            if (ours && !(result instanceof Result.Done)) {
                parts.claims().release(purchase.claim(), order.conversion());
            }
        }
    }

    private Optional<Result> kept(ChunkKey key, Predicate<ChunkStore.Kept> isIt) {
        return parts.chunks().find(key).filter(isIt).map(Result.Done::new);
    }

    /// Whatever was bought since is still claimed.
    private boolean hasLookedLately() {
        return claimsLast.leaves(Duration.ZERO);
    }

    private Result audio(ChunkKey key, Utterance utterance) throws InterruptedException {
        return switch (called(() -> parts.voice().speak(utterance, order.voice()))) {
            case Called.Given<Sound>(Sound sound, ChunkStore.Receipt receipt) -> {
                ChunkStore.Kept kept =
                        new ChunkStore.Kept(
                                sound.audio().run(),
                                receipt,
                                sound.marks().map(m -> new ChunkStore.Timed(m, FREE)));
                parts.chunks().keep(key, sound.audio(), kept);
                yield new Result.Done(kept);
            }
            case Called.Ended<Sound> ended -> ended.result();
        };
    }

    private Result marks(ChunkKey key, Utterance utterance, ChunkStore.Kept audio)
            throws InterruptedException {
        return switch (called(() -> parts.voice().marks(utterance, order.voice()))) {
            case Called.Given<List<Mark>>(List<Mark> marks, ChunkStore.Receipt receipt) -> {
                ChunkStore.Kept kept = audio.with(new ChunkStore.Timed(marks, receipt));
                parts.chunks().keep(key, kept);
                yield new Result.Done(kept);
            }
            case Called.Ended<List<Mark>> ended -> ended.result();
        };
    }

    @FunctionalInterface
    private interface Call<T> {
        Answer<T> once() throws InterruptedException;
    }

    private sealed interface Called<T> {
        record Given<T>(T what, ChunkStore.Receipt receipt) implements Called<T> {}

        record Ended<T>(Result result) implements Called<T> {}
    }

    private <T> Called<T> called(Call<T> call) throws InterruptedException {
        Deadline retries = Deadline.in(RETRIES, time);
        Backoff backoff = new Backoff(parts.random());
        while (true) {
            rate.await();
            if (!mayBegin()) {
                return new Called.Ended<>(new Result.NotBegun());
            }
            long begun = time.nanos();
            switch (call.once()) {
                case Answer.Given<T> given -> {
                    slowest.accumulateAndGet(time.nanos() - begun, Math::max);
                    return new Called.Given<>(
                            given.what(),
                            new ChunkStore.Receipt(given.billedCharacters(), order.conversion()));
                }
                case Answer.Refused<T> refused -> {
                    return new Called.Ended<>(new Result.Refused(refused.reason()));
                }
                case Answer.Busy<T> busy -> {
                    Duration wait = longer(backoff.next(), busy.retryAfter());
                    if (!retries.leaves(wait)) {
                        throw new VoiceUnavailable(busy.why());
                    }
                    time.sleep(wait);
                }
            }
        }
    }

    private static Duration longer(Duration wait, Optional<Duration> asked) {
        return asked.filter(a -> a.compareTo(wait) > 0).orElse(wait);
    }

    private boolean mayBegin() {
        return !stopped && deadline.leaves(Duration.ofNanos(slowest.get()));
    }

    private ChunkKey key(Utterance utterance) {
        return ChunkKey.of(utterance, order.voice());
    }

    private boolean isWhole(ChunkStore.Kept kept) {
        return !order.words() || kept.timed().isPresent();
    }
}
