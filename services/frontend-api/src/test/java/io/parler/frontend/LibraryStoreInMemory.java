package io.parler.frontend;

import io.parler.id.ConversionId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Entries in a map.
public final class LibraryStoreInMemory implements LibraryStore {
    private record Key(String accountId, String id) {}

    private static final Comparator<LibraryEntry> ORDER =
            Comparator.comparingInt(LibraryEntry::rank).thenComparingInt(LibraryEntry::attempt);

    private final TreeMap<Key, LibraryEntry> entries =
            new TreeMap<>(Comparator.comparing(Key::accountId).thenComparing(Key::id));
    private final Set<Key> removed = new HashSet<>();

    @Override
    public synchronized boolean put(LibraryEntry entry) {
        Key key = new Key(entry.accountId(), entry.id().toString());
        LibraryEntry there = entries.get(key);
        if (removed.contains(key) || (there != null && ORDER.compare(there, entry) >= 0)) {
            return false;
        }
        entries.put(key, entry);
        return true;
    }

    @Override
    public synchronized Optional<LibraryEntry> get(String accountId, ConversionId id) {
        return Optional.ofNullable(entries.get(new Key(accountId, id.toString())));
    }

    @Override
    public synchronized LibraryPage list(
            String accountId, int limit, Optional<ConversionId> before) {
        List<LibraryEntry> older =
                entries.descendingMap().values().stream()
                        .filter(entry -> entry.accountId().equals(accountId))
                        .filter(entry -> before.map(id -> isOlder(entry, id)).orElse(true))
                        .toList();
        return new LibraryPage(
                older.subList(0, Math.min(limit, older.size())), older.size() > limit);
    }

    private static boolean isOlder(LibraryEntry entry, ConversionId id) {
        return entry.id().toString().compareTo(id.toString()) < 0;
    }

    @Override
    public synchronized boolean delete(String accountId, ConversionId id) {
        Key key = new Key(accountId, id.toString());
        return entries.remove(key) != null && removed.add(key);
    }

    @Override
    public synchronized List<ConversionId> ids(String accountId) {
        return Stream.concat(entries.keySet().stream(), removed.stream())
                .filter(key -> key.accountId().equals(accountId))
                .map(Key::id)
                .sorted()
                .flatMap(id -> ConversionId.parse(id).stream())
                .toList();
    }

    @Override
    public synchronized void exclude(String accountId, ConversionId id) {
        Key key = new Key(accountId, id.toString());
        entries.remove(key);
        removed.add(key);
    }
}
