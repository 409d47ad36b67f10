package io.parler.status.plays;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The double of the table Plays.
public final class PlayStoreInMemory implements PlayStore {
    private record Key(AccountId account, ConversionId recording, LocalDate day) {}

    private final Map<Key, DailyPlays> stored = new HashMap<>();

    @Override
    public synchronized void add(AccountId account, DailyPlays plays) {
        stored.merge(
                new Key(account, plays.recording(), plays.day()),
                plays,
                (old, more) ->
                        new DailyPlays(
                                old.day(),
                                old.recording(),
                                more.title(),
                                old.counts().plus(more.counts())));
    }

    @Override
    public synchronized Stream<DailyPlays> list(
            AccountId account, LocalDate first, LocalDate last) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .map(Map.Entry::getValue)
                .filter(plays -> !plays.day().isBefore(first) && !plays.day().isAfter(last))
                .toList()
                .stream();
    }

    @Override
    public synchronized void delete(AccountId account, ConversionId recording, LocalDate today) {
        stored.keySet()
                .removeIf(
                        key -> key.account().equals(account) && key.recording().equals(recording));
    }
}
