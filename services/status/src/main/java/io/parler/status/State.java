package io.parler.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of a conversion, and since when it has it.
public sealed interface State {

    /// Its place among all states of its conversion.
    StateOrder order();

    record Queued() implements State {
        @Override
        public StateOrder order() {
            return StateOrder.START;
        }
    }

    record Processing(int attempt, @Nullable Progress progress, Instant since) implements State {
        @Override
        public StateOrder order() {
            return progress == null
                    ? new StateOrder(attempt, StateOrder.STARTED, 0)
                    : new StateOrder(attempt, StateOrder.PROGRESSED, progress.done());
        }
    }

    record Failed(int attempt, ConversionProblem problem, Instant since) implements State {
        @Override
        public StateOrder order() {
            int rank = problem.wasGivenUp() ? StateOrder.GIVEN_UP : StateOrder.FAILED;
            return new StateOrder(attempt, rank, 0);
        }
    }

    record Completed(int attempt, Audiobook audiobook, Instant since) implements State {
        /// The same with another title.
        public Completed titled(String title) {
            return new Completed(attempt, audiobook.titled(title), since);
        }

        @Override
        public StateOrder order() {
            return new StateOrder(attempt, StateOrder.COMPLETED, 0);
        }
    }

    /// Only this is left of it.
    record Deleted(Instant since) implements State {
        @Override
        public StateOrder order() {
            return new StateOrder(0, StateOrder.DELETED, 0);
        }
    }

    /// Whether no other state is to be expected.
    default boolean isFinal() {
        return this instanceof Completed || this instanceof Failed || this instanceof Deleted;
    }
}
