package io.parler.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Histories of one conversion, and the orders in which their events may arrive.
public final class Histories {
    public static final RequestSummary REQUEST =
            new RequestSummary(
                    "public", null, "https://blog.example.com/post", "Joanna", null, false);

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:15:30Z");

    private Histories() {}

    /// Attempts one after the other: each starts, makes progress, and may end.
    public static List<State> inOrder(Random random) {
        List<State> states = new ArrayList<>();
        int attempts = 1 + random.nextInt(3);
        for (int attempt = 1; attempt <= attempts; attempt++) {
            states.add(new State.Processing(attempt, null, at(states)));
            int steps = random.nextInt(4);
            for (int step = 1; step <= steps; step++) {
                states.add(
                        new State.Processing(attempt, new Progress(step * 100, 900), at(states)));
            }
            switch (random.nextInt(4)) {
                case 0 -> states.add(completed(attempt, at(states)));
                case 1 -> states.add(failed(attempt, at(states)));
                default -> {}
            }
        }
        if (random.nextInt(3) == 0) {
            states.add(new State.Failed(attempts, ConversionProblem.givenUp(attempts), at(states)));
        }
        return states;
    }

    /// The same in another order, some of them twice.
    public static <T> List<T> shuffled(List<T> happened, Random random) {
        List<T> arrived = new ArrayList<>(happened);
        for (T one : happened) {
            if (random.nextInt(3) == 0) {
                arrived.add(one);
            }
        }
        Collections.shuffle(arrived, random);
        return arrived;
    }

    public static State completed(int attempt, Instant since) {
        return new State.Completed(attempt, audiobook(), since);
    }

    public static State failed(int attempt, Instant since) {
        return new State.Failed(
                attempt,
                new ConversionProblem("/problems/no-article", "No article on that page", null),
                since);
    }

    public static Audiobook audiobook() {
        return new Audiobook(
                "Why <queues> beat \"cron\" & friends",
                "Ada Ferrer",
                "https://blog.example.com/post?a=1&b=2",
                "https://blog.example.com/queues.png",
                Instant.parse("2026-11-18T07:00:00Z"),
                "en-US",
                "polly:Joanna:neural",
                new Audiobook.Audio("audio/x/why-queues.mp3", "audio/mpeg", 1_108_305, 184.608),
                "audio/x/transcript.vtt",
                "audio/x/transcript.json",
                "audio/x/chapters.json",
                2_764,
                2_764,
                false);
    }

    private static Instant at(List<State> before) {
        return BEGIN.plusSeconds(before.size());
    }
}
