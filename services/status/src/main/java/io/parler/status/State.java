package io.parler.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a conversion has come, and since when.
public sealed interface State {

    /// Where this stands among all states of its conversion.
    Position position();

    record Queued() implements State {
        @Override
        public Position position() {
            return Position.START;
        }
    }

    record Processing(int attempt, @Nullable Progress progress, Instant since) implements State {
        @Override
        public Position position() {
            return progress == null
                    ? new Position(attempt, Position.STARTED, 0)
                    : new Position(attempt, Position.PROGRESSED, progress.done());
        }
    }

    record Failed(int attempt, Failure failure, Instant since) implements State {
        @Override
        public Position position() {
            int rank = failure.wasGivenUp() ? Position.GIVEN_UP : Position.FAILED;
            return new Position(attempt, rank, 0);
        }
    }

    record Completed(int attempt, Recording recording, Instant since) implements State {
        @Override
        public Position position() {
            return new Position(attempt, Position.COMPLETED, 0);
        }
    }

    /// Nothing is to be expected after it, so nobody need wait.
    default boolean isFinal() {
        return this instanceof Completed || this instanceof Failed;
    }
}
