package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.Claims;
import io.parler.time.Deadline;

/// A run's claim on one chunk. A call under it starts soon after it was taken, so that the call
/// ends before the claim expires.
final class ChunkClaim {
    private final Claims claims;
    private final ChunkKey key;
    private final Claims.Owner owner;
    private final Time time;
    private Deadline startLimit;

    ChunkClaim(Claims claims, ChunkKey key, Claims.Owner owner, Time time) {
        this.claims = claims;
        this.key = key;
        this.owner = owner;
        this.time = time;
        this.startLimit = startLimit();
    }

    boolean take() {
        startLimit = startLimit();
        return claims.take(key, owner);
    }

    private Deadline startLimit() {
        return Deadline.in(Claims.MAX_AGE_AT_START, time::nanos);
    }

    /// Whether a call may start now. A claim that is too old is taken again, unless it has expired
    /// and another run has it.
    boolean coversCall() {
        return !startLimit.hasPassed() || take();
    }

    /// Also on a thread that was interrupted at the deadline, where a call would end at once.
    void release() {
        boolean interrupted = Thread.interrupted();
        try {
            claims.release(key, owner);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
