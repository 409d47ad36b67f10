package io.parler.status;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// ConversionStore in a map.
public final class ConversionStoreInMemory implements ConversionStore {
    private final Map<ConversionId, Conversion> known = new HashMap<>();
    private final Map<ConversionId, AccountId> accounts = new HashMap<>();
    private final Map<ConversionId, String> titles = new HashMap<>();
    private final Map<ConversionId, Long> revisions = new HashMap<>();

    @Override
    public synchronized Optional<Conversion> get(ConversionId id) {
        return Optional.ofNullable(known.get(id)).map(this::titled);
    }

    private Conversion titled(Conversion conversion) {
        String title = titles.get(conversion.id());
        return title != null && conversion.state() instanceof State.Completed completed
                ? new Conversion(conversion.id(), conversion.request(), completed.titled(title))
                : conversion;
    }

    @Override
    public synchronized OptionalLong rename(ConversionId id, String title) {
        Conversion conversion = known.getOrDefault(id, Conversion.queued(id));
        if (!(conversion.state() instanceof State.Completed)) {
            return OptionalLong.empty();
        }
        titles.put(id, title);
        return OptionalLong.of(revisions.merge(id, 1L, Long::sum));
    }

    @Override
    public synchronized Optional<AccountId> account(ConversionId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized void put(ConversionId id, AccountId account) {
        accounts.putIfAbsent(id, account);
    }

    @Override
    public synchronized void put(ConversionId id, RequestSummary request) {
        State state = known.getOrDefault(id, Conversion.queued(id)).state();
        if (state instanceof State.Deleted) {
            return;
        }
        put(id, AccountId.of(request.accountId()));
        known.put(id, new Conversion(id, Optional.of(request), state));
    }

    @Override
    public synchronized boolean put(ConversionId id, State state) {
        Conversion before = known.getOrDefault(id, Conversion.queued(id));
        if (before.state().order().compareTo(state.order()) >= 0) {
            return false;
        }
        known.put(
                id,
                new Conversion(
                        id,
                        state instanceof State.Deleted ? Optional.empty() : before.request(),
                        state));
        return true;
    }
}
