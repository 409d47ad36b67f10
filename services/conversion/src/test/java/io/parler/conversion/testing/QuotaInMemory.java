package io.parler.conversion.testing;

import io.parler.conversion.job.QuotaReservation;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reserves characters up to a cap, in memory.
public final class QuotaInMemory implements QuotaReservation {
    private final Map<String, Integer> reserved = new ConcurrentHashMap<>();
    private volatile int cap = Integer.MAX_VALUE;

    public void capAt(int characters) {
        cap = characters;
    }

    /// What is reserved for a conversion.
    public Optional<Integer> reserved(String conversion) {
        return Optional.ofNullable(reserved.get(conversion));
    }

    @Override
    public Optional<Problem> reserve(String conversion, AccountId account, int characters) {
        if (characters > cap) {
            return Optional.of(Problem.of(ProblemType.QUOTA_EXCEEDED, "Used up."));
        }
        reserved.put(conversion, characters);
        return Optional.empty();
    }
}
