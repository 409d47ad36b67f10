package io.parler.bench.scale;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;

/// A simulation of discrete events: conversions arrive, wait for a worker, call the voice for each
/// chunk, and are published. Only strict mathematics, so that every machine gives the same figures.
final class Simulation {
    /// Seconds from a worker's start to its first call: article, script, lookup of chunks.
    private static final double PREPARATION = 1.0;

    /// Seconds from the last call to the published audio.
    private static final double PUBLICATION = 0.7;

    /// The spread of the numbers of chunks: a post in six has more than twice the median.
    private static final double CHUNKS_SIGMA = 0.7;

    private static final int MAX_CHUNKS = 1_000;

    private final Scenario scenario;
    private final DayProfile profile;
    private final DayProfile.Window window;
    private final AccountSizes accounts;
    private final SplittableRandom random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final FairQueue queue = new FairQueue();
    private final VoiceCalls calls;
    private final Queue<Job> waitingForConnection = new ArrayDeque<>();
    private final Observations seen;
    private long sequence;
    private int working;
    private int inFlight;

    /// Something that happens at a time; those of the same time happen in the order of their
    /// scheduling.
    private record Event(double time, long sequence, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /// A conversion in work.
    private static final class Job {
        private final Conversion conversion;
        private final double start;
        private final VoiceCalls own;
        private int toStart;
        private int toEnd;

        Job(Conversion conversion, double start, int callsPerWorker) {
            this.conversion = conversion;
            this.start = start;
            this.own = new VoiceCalls(callsPerWorker);
            this.toStart = conversion.chunks();
            this.toEnd = conversion.chunks();
        }
    }

    /// @param conversions about how many are simulated at the most
    Simulation(Scenario scenario, long conversions) {
        this.scenario = scenario;
        this.profile = new DayProfile(scenario.conversionsPerDay());
        this.window = profile.window(conversions);
        this.accounts = new AccountSizes(scenario.accounts(), scenario.skew());
        this.random = new SplittableRandom(scenario.seed());
        this.calls = new VoiceCalls(scenario.voice().callsPerSecond());
        this.seen = new Observations(window, accounts);
    }

    /// Runs to the end of the day or of its simulated part.
    Observations run() {
        scheduleArrival(window.start());
        while (!events.isEmpty() && events.element().time() <= window.end()) {
            events.remove().action().run();
        }
        seen.end(queue, working);
        return seen;
    }

    private void at(double time, Runnable action) {
        events.add(new Event(time, sequence++, action));
    }

    private void scheduleArrival(double after) {
        double time = profile.next(after, random);
        if (time < window.end()) {
            at(time, () -> arrive(time));
        }
    }

    private void arrive(double time) {
        Conversion conversion = new Conversion(accounts.next(random), time, chunks());
        seen.arrived(conversion);
        queue.add(conversion);
        startWork(time);
        scheduleArrival(time);
    }

    private int chunks() {
        double chunks = scenario.chunks() * StrictMath.exp(CHUNKS_SIGMA * gaussian());
        return Math.clamp(Math.round(chunks), 1, MAX_CHUNKS);
    }

    /// By Box and Muller, as the JDK's own may differ between machines in its last bit.
    private double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private void startWork(double time) {
        while (working < scenario.workers() && queue.size() > 0) {
            Job job = new Job(queue.take(), time, scenario.callsPerWorker());
            working++;
            seen.started(job.conversion, time);
            at(time + PREPARATION, () -> reserveCall(job, time + PREPARATION));
        }
    }

    /// One reservation at a time for each job, so that jobs take turns.
    private void reserveCall(Job job, double time) {
        double start = calls.reserve(job.own.reserve(time));
        at(start, () -> startCall(job, start));
    }

    private void startCall(Job job, double time) {
        if (inFlight >= scenario.voice().callsInFlight()) {
            waitingForConnection.add(job);
            return;
        }
        inFlight++;
        seen.called();
        job.toStart--;
        double end = time + scenario.voice().seconds();
        at(end, () -> endCall(job, end));
        if (job.toStart > 0) {
            reserveCall(job, time);
        }
    }

    private void endCall(Job job, double time) {
        inFlight--;
        job.toEnd--;
        if (job.toEnd == 0) {
            at(time + PUBLICATION, () -> finish(job, time + PUBLICATION));
        }
        if (!waitingForConnection.isEmpty()) {
            startCall(waitingForConnection.remove(), time);
        }
    }

    private void finish(Job job, double time) {
        working--;
        queue.done(job.conversion);
        seen.finished(job.conversion, job.start, time);
        startWork(time);
    }

    /// How long a worker takes for a post of this many chunks when nothing is in its way.
    static double workSeconds(Scenario scenario, double chunks) {
        double rate = Math.min(scenario.callsPerWorker(), scenario.voice().callsPerSecond());
        return PREPARATION + (chunks - 1) / rate + scenario.voice().seconds() + PUBLICATION;
    }

    /// The mean number of chunks of a post.
    static double meanChunks(Scenario scenario) {
        return scenario.chunks() * StrictMath.exp(CHUNKS_SIGMA * CHUNKS_SIGMA / 2);
    }
}
