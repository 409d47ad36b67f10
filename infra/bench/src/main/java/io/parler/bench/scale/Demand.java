package io.parler.bench.scale;

/// What conversions ask of AWS in the busiest minute, whether they get it or not.
///
/// @param peak conversions a second
/// @param largestPeak those of the largest account
record Demand(Scenario scenario, double peak, double largestPeak) {
    // What one conversion takes.

    /// Requested, started, completed. Progress is published once a second.
    private static final double EVENTS = 3;

    /// Transactions on the item that counts the characters of all accounts: reserved when it is
    /// accepted and when the script is known, and settled. Each is billed as two writes.
    private static final double INSTALLATION_WRITES = 3 * 2;

    /// Requested and completed, with items of up to 2 KB.
    private static final double LIBRARY_WRITES = 2 * 2;

    /// For each event an item of 1 to 3 KB.
    private static final double STATUS_WRITES_PER_EVENT = 2;

    /// Audio, two transcripts, chapters, script.
    private static final double PUBLISHED_FILES = 5;

    /// Audio and measurements of a chunk.
    private static final double FILES_PER_CHUNK = 2;

    /// Seconds that a recorder works on an event.
    private static final double RECORDER_SECONDS = 0.03;

    /// Seconds of a request that doesn't wait for anything.
    private static final double REQUEST_SECONDS = 0.05;

    /// Page, player's files, reports of listening.
    private static final double API_REQUESTS_PER_PLAY = 4;

    /// Reports of one play: it starts, and each new tenth of the recording is heard.
    private static final double REPORTS_PER_PLAY = 4;

    /// A post of 1,100 words, and the rate of Polly's MP3.
    private static final double AUDIO_SECONDS = 440;

    private static final double BITS_PER_SECOND = 48_000;

    /// Each account follows one blog, whose feed is polled once an hour, which takes a function a
    /// second and a half.
    private static final double POLLS_PER_ACCOUNT = 1 / 3_600.0;

    private static final double POLL_SECONDS = 1.5;

    /// A lease and a result; each deletes an item of the index and writes another.
    private static final double INDEX_WRITES_PER_POLL = 4;

    static Demand of(Scenario scenario, Observations seen) {
        return new Demand(scenario, seen.peak(), seen.largestPeak());
    }

    double voiceCalls() {
        return peak * Simulation.meanChunks(scenario);
    }

    double voiceCallsInFlight() {
        return voiceCalls() * scenario.voice().seconds();
    }

    /// Workers at once, if each had the voice for itself.
    double workers() {
        return peak * workSeconds();
    }

    double events() {
        return peak * (EVENTS + workSeconds());
    }

    double statusRecorders() {
        return events() * RECORDER_SECONDS;
    }

    double statusWrites() {
        return events() * STATUS_WRITES_PER_EVENT;
    }

    /// A page that waits for its audio asks again after each event.
    double statusRequests() {
        return events() * scenario.watched();
    }

    double plays() {
        return peak * scenario.plays();
    }

    double playRequests() {
        return plays() * API_REQUESTS_PER_PLAY;
    }

    double apiRequests() {
        return peak + statusRequests() + playRequests();
    }

    /// Executions of all functions at once. A long poll holds one while its page waits.
    double executions() {
        double longPolls = peak * scenario.watched() * workSeconds();
        double authorizers = apiRequests() * REQUEST_SECONDS;
        return workers()
                + longPolls
                + statusRecorders()
                + pollers()
                + authorizers
                + apiRequests() * REQUEST_SECONDS;
    }

    double installationWrites() {
        return peak * INSTALLATION_WRITES;
    }

    double largestLibraryWrites() {
        return largestPeak * LIBRARY_WRITES;
    }

    double largestPlayWrites() {
        return largestPeak * scenario.plays() * REPORTS_PER_PLAY;
    }

    double publishedFiles() {
        return peak * PUBLISHED_FILES;
    }

    double chunkFiles() {
        return voiceCalls() * FILES_PER_CHUNK;
    }

    double deliveredBits() {
        return plays() * AUDIO_SECONDS * BITS_PER_SECOND;
    }

    double polls() {
        return scenario.accounts() * POLLS_PER_ACCOUNT;
    }

    double pollers() {
        return polls() * POLL_SECONDS;
    }

    double dueIndexWrites() {
        return polls() * INDEX_WRITES_PER_POLL;
    }

    private double workSeconds() {
        return Simulation.workSeconds(scenario, Simulation.meanChunks(scenario));
    }
}
