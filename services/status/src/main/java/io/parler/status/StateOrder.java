package io.parler.status;

import java.util.Comparator;

/// The order of a conversion's states, independent of the order in which their events arrive:
/// first by attempt, then by rank, then by progress. The final ranks come after every attempt:
/// audio that exists stays, a conversion that was given up is not attempted again, and one that was
/// deleted stays deleted.
public record StateOrder(int attempt, int rank, int progress) implements Comparable<StateOrder> {
    public static final int STARTED = 1;
    public static final int PROGRESSED = 2;
    public static final int FAILED = 3;
    public static final int GIVEN_UP = 4;
    public static final int COMPLETED = 5;
    public static final int DELETED = 6;

    /// The lowest of the final ranks.
    public static final int FIRST_FINAL = GIVEN_UP;

    static final StateOrder START = new StateOrder(0, 0, 0);

    private static final Comparator<StateOrder> ORDER =
            Comparator.comparingInt(StateOrder::finalRank)
                    .thenComparingInt(StateOrder::attempt)
                    .thenComparingInt(StateOrder::rank)
                    .thenComparingInt(StateOrder::progress);

    public boolean isFinal() {
        return rank >= FIRST_FINAL;
    }

    private int finalRank() {
        return isFinal() ? rank : 0;
    }

    @Override
    public int compareTo(StateOrder other) {
        return ORDER.compare(this, other);
    }
}
