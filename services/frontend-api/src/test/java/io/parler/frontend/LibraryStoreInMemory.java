package io.parler.frontend;

import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.id.ConversionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Entries in a map.
public final class LibraryStoreInMemory implements LibraryStore {
    private record Key(String accountId, String id) {}

    private record Title(String text, long revision) {}

    private static final Comparator<LibraryEntry> ORDER =
            Comparator.comparingInt(LibraryEntry::rank).thenComparingInt(LibraryEntry::attempt);

    /// Shortly after the conversions of most tests.
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private final TreeMap<Key, LibraryEntry> entries =
            new TreeMap<>(Comparator.comparing(Key::accountId).thenComparing(Key::id));
    private final Map<Key, RequestSummary> requests = new HashMap<>();
    private final Map<Key, Title> titles = new HashMap<>();
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
    public synchronized boolean putRequest(Running running) {
        Key key = new Key(running.accountId(), running.id().toString());
        if (removed.contains(key)) {
            return false;
        }
        requests.put(key, running.request());
        entries.putIfAbsent(key, running);
        return true;
    }

    @Override
    public synchronized Renaming rename(
            String accountId, ConversionId id, String title, long revision) {
        Key key = new Key(accountId, id.toString());
        if (!entries.containsKey(key)) {
            return !removed.contains(key) && id.isYoungerThan(TOMBSTONE_TTL, CLOCK.instant())
                    ? Renaming.UNKNOWN
                    : Renaming.OUTDATED;
        }
        Title stored = titles.get(key);
        if (stored != null && stored.revision() >= revision) {
            return Renaming.OUTDATED;
        }
        titles.put(key, new Title(title, revision));
        return Renaming.STORED;
    }

    private LibraryEntry withRequest(LibraryEntry entry) {
        Key key = new Key(entry.accountId(), entry.id().toString());
        Title own = titles.get(key);
        if (entry instanceof Completed completed && own != null) {
            return completed.titled(own.text());
        }
        return entry instanceof Failed failed
                ? new Failed(
                        failed.id(),
                        failed.accountId(),
                        failed.attempt(),
                        failed.problem(),
                        Optional.ofNullable(requests.get(key)))
                : entry;
    }

    @Override
    public synchronized Optional<LibraryEntry> get(String accountId, ConversionId id) {
        return Optional.ofNullable(entries.get(new Key(accountId, id.toString())))
                .map(this::withRequest);
    }

    @Override
    public synchronized LibraryPage list(
            String accountId, int limit, Optional<ConversionId> before) {
        List<LibraryEntry> older =
                entries.descendingMap().values().stream()
                        .filter(entry -> entry.accountId().equals(accountId))
                        .filter(entry -> before.map(id -> isOlder(entry, id)).orElse(true))
                        .map(this::withRequest)
                        .toList();
        return new LibraryPage(
                older.subList(0, Math.min(limit, older.size())), older.size() > limit);
    }

    @Override
    public LibraryPage listBrief(String accountId, int limit, Optional<ConversionId> before) {
        LibraryPage page = list(accountId, limit, before);
        return new LibraryPage(
                page.entries().stream().map(LibraryStoreInMemory::brief).toList(), page.more());
    }

    static LibraryEntry brief(LibraryEntry entry) {
        if (!(entry instanceof Completed completed)) {
            return entry;
        }
        CompletedDetails details = completed.details();
        return new Completed(
                completed.id(),
                completed.accountId(),
                completed.attempt(),
                completed.title(),
                completed.sourceUrl(),
                completed.voice(),
                completed.audio(),
                completed.isPrivate(),
                new CompletedDetails(
                        details.author(),
                        details.published(),
                        details.vttKey(),
                        details.transcriptKey(),
                        details.chaptersKey()));
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
