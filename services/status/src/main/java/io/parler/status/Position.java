package io.parler.status;

import java.util.Comparator;

/// The order of a conversion's states, whatever the order in which they are heard of: a later
/// attempt outranks an earlier one, within an attempt the rank counts, then the progress. The two
/// final ranks outrank every attempt: audio that is there stays, and what was given up has no
/// attempt left.
public record Position(int attempt, int rank, int progress) implements Comparable<Position> {
    public static final int STARTED = 1;
    public static final int PROGRESSED = 2;
    public static final int FAILED = 3;
    public static final int GIVEN_UP = 4;
    public static final int COMPLETED = 5;

    /// The lowest of the final ranks.
    public static final int FIRST_FINAL = GIVEN_UP;

    static final Position START = new Position(0, 0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::finalRank)
                    .thenComparingInt(Position::attempt)
                    .thenComparingInt(Position::rank)
                    .thenComparingInt(Position::progress);

    public boolean isFinal() {
        return rank >= FIRST_FINAL;
    }

    private int finalRank() {
        return isFinal() ? rank : 0;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
