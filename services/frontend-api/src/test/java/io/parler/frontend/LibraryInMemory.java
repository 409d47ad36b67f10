package io.parler.frontend;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/// A library that lasts as long as a test; it keeps the rules its interface names.
public final class LibraryInMemory implements Library {
    private record Key(String accountId, String id) {}

    private final ConcurrentSkipListMap<Key, LibraryEntry> entries =
            new ConcurrentSkipListMap<>(
                    Comparator.comparing(Key::accountId).thenComparing(Key::id));
    private final Set<Key> removed = new HashSet<>();

    @Override
    public boolean keep(LibraryEntry entry) {
        Key key = new Key(entry.accountId(), entry.id().value());
        LibraryEntry there = entries.get(key);
        boolean mayReplace =
                there == null
                        || Comparator.comparingInt(LibraryEntry::rank)
                                        .thenComparingInt(LibraryEntry::attempt)
                                        .compare(there, entry)
                                < 0;
        if (removed.contains(key) || !mayReplace) {
            return false;
        }
        entries.put(key, entry);
        return true;
    }

    @Override
    public LibraryPage page(String accountId, int limit, Optional<ConversionId> before) {
        List<LibraryEntry> older =
                entries.descendingMap().values().stream()
                        .filter(entry -> entry.accountId().equals(accountId))
                        .filter(
                                entry ->
                                        before.isEmpty()
                                                || entry.id()
                                                                .value()
                                                                .compareTo(before.get().value())
                                                        < 0)
                        .toList();
        return new LibraryPage(
                older.subList(0, Math.min(limit, older.size())), older.size() > limit);
    }

    @Override
    public boolean remove(String accountId, ConversionId id) {
        Key key = new Key(accountId, id.value());
        removed.add(key);
        return entries.remove(key) != null;
    }
}
