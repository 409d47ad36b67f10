package io.parler.bench.scale;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Conversions that wait, fair to accounts: the account with the fewest in work is served first,
/// then the one that was served longest ago (SQS's fair queues).
final class FairQueue {
    private static final Comparator<Group> ORDER =
            Comparator.<Group>comparingInt(group -> group.inWork)
                    .thenComparingLong(group -> group.served)
                    .thenComparingInt(group -> group.account);

    private final Map<Integer, Group> groups = new HashMap<>();
    private final TreeSet<Group> waiting = new TreeSet<>(ORDER);
    private long serving;
    private int size;

    /// The conversions of one account. Its fields change only while it is not in `waiting`.
    private static final class Group {
        private final int account;
        private final Deque<Conversion> conversions = new ArrayDeque<>();
        private int inWork;
        private long served;

        Group(int account) {
            this.account = account;
        }
    }

    void add(Conversion conversion) {
        Group group = groups.computeIfAbsent(conversion.account(), Group::new);
        group.conversions.add(conversion);
        waiting.add(group);
        size++;
    }

    /// Only if it is not empty. The conversion is in work until [#done].
    Conversion take() {
        Group group = Objects.requireNonNull(waiting.pollFirst(), "nothing waits");
        Conversion conversion = group.conversions.remove();
        group.inWork++;
        group.served = ++serving;
        if (!group.conversions.isEmpty()) {
            waiting.add(group);
        }
        size--;
        return conversion;
    }

    void done(Conversion conversion) {
        Group group = Objects.requireNonNull(groups.get(conversion.account()));
        boolean listed = waiting.remove(group);
        group.inWork--;
        if (listed) {
            waiting.add(group);
        } else if (group.inWork == 0) {
            groups.remove(group.account);
        }
    }

    int size() {
        return size;
    }
}
