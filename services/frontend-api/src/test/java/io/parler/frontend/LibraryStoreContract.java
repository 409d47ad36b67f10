package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.id.ConversionId;
import io.parler.testing.Concurrently;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every implementation of [LibraryStore] promises.
public abstract class LibraryStoreContract {
    protected static final String ACCOUNT = "public";

    /// An order of its own, so that the one under test is not its own judge.
    private static final Comparator<LibraryEntry> ORDER =
            Comparator.comparingInt((LibraryEntry entry) -> entry instanceof Completed ? 1 : 0)
                    .thenComparingInt(LibraryEntry::attempt);

    protected abstract LibraryStore library();

    @Test
    void theLibraryOfANewAccountIsEmpty() {
        assertThat(page(10, Optional.empty())).isEqualTo(new LibraryPage(List.of(), false));
    }

    @Test
    void aTitleOfItsOwnIsShownWhicheverIsStoredFirst() {
        assertThat(library().rename(ACCOUNT, id(1), "Too early", 1)).isEqualTo(Renaming.UNKNOWN);
        library().put(failed(1, 1));
        assertThat(library().rename(ACCOUNT, id(1), "Second", 2)).isEqualTo(Renaming.STORED);
        assertThat(library().rename(ACCOUNT, id(1), "First", 1)).isEqualTo(Renaming.OUTDATED);
        library().put(completed(1, 1));
        library().put(completed(1, 2));

        assertThat(library().get(ACCOUNT, id(1))).contains(completed(1, 2).titled("Second"));
        assertThat(page(10, Optional.empty()).entries())
                .containsExactly(completed(1, 2).titled("Second"));
        library().exclude(ACCOUNT, id(1));
        assertThat(library().rename(ACCOUNT, id(1), "Third", 3)).isEqualTo(Renaming.OUTDATED);
    }

    @Test
    void theFirstChapterHasTheTitleThatItsAccountGaveIt() {
        Completed plain = completed(1, 1);
        Completed entry =
                new Completed(
                        plain.id(),
                        ACCOUNT,
                        1,
                        "A title",
                        plain.sourceUrl(),
                        plain.voice(),
                        plain.audio(),
                        false,
                        new CompletedDetails(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("A summary."),
                                List.of(new Chapter(0, "A title"), new Chapter(2, "A title"))));
        library().put(entry);
        library().rename(ACCOUNT, id(1), "Another", 1);

        Completed stored = (Completed) library().get(ACCOUNT, id(1)).orElseThrow();
        assertThat(stored.details().chapters())
                .containsExactly(new Chapter(0, "Another"), new Chapter(2, "A title"));
    }

    @Test
    void anOldConversionThatIsNotStoredWasDeletedLongAgo() {
        ConversionId old = ConversionId.parse("01a15000-0000-7c41-8f3a-2b6d5e7f9001").orElseThrow();

        assertThat(library().rename(ACCOUNT, old, "Too late", 1)).isEqualTo(Renaming.OUTDATED);
    }

    @Test
    void anEntryIsListedAsItWasStored() {
        for (LibraryEntry entry :
                List.of(
                        completed(1, 1),
                        new Completed(
                                id(2),
                                ACCOUNT,
                                2,
                                "Without an address",
                                Optional.empty(),
                                "Joanna",
                                new Audio("audio/x/b.mp3", 7, 0.125)),
                        new Completed(
                                id(5),
                                ACCOUNT,
                                1,
                                "With everything",
                                Optional.of("https://blog.example.com/post"),
                                "Joanna",
                                new Audio("audio/y/b.mp3", 7, 0.125),
                                true,
                                new CompletedDetails(
                                        Optional.of("Ada Ferrer"),
                                        Optional.of(Instant.parse("2026-11-18T07:00:00.123Z")),
                                        Optional.of("audio/y/transcript.vtt"),
                                        Optional.of("audio/y/transcript.json"),
                                        Optional.of("audio/y/chapters.json"),
                                        Optional.of("A summary."),
                                        List.of(
                                                new Chapter(0, ""),
                                                new Chapter(63.384, "Queues & 2 crons")))),
                        failed(6, 1),
                        new Failed(
                                id(7),
                                ACCOUNT,
                                1,
                                new ConversionProblem(
                                        "/problems/no-article",
                                        "No article",
                                        Optional.of("A detail"))))) {
            assertThat(library().put(entry)).isTrue();
            assertThat(page(1, Optional.empty()).entries()).containsExactly(entry);
            assertThat(library().get(ACCOUNT, entry.id())).contains(entry);
            assertThat(library().listBrief(ACCOUNT, 1, Optional.empty()).entries())
                    .containsExactly(LibraryStoreInMemory.brief(entry));
        }
    }

    @Test
    void aBriefPageIsTheSamePage() {
        library().put(completed(1, 1));
        library().rename(ACCOUNT, id(1), "Another", 1);
        library().putRequest(running(2));
        library().putRequest(running(3));
        library().put(failed(3, 1));
        library().put(completed(4, 1));
        library().delete(ACCOUNT, id(4));

        for (int limit : new int[] {1, 2, 3}) {
            for (Optional<ConversionId> before :
                    List.of(Optional.<ConversionId>empty(), Optional.of(id(3)))) {
                assertThat(library().listBrief(ACCOUNT, limit, before))
                        .isEqualTo(page(limit, before));
            }
        }
    }

    @Test
    void aRequestIsListedAsRunningUntilItsEndIsStored() {
        assertThat(library().putRequest(running(1))).isTrue();
        assertThat(listed()).containsExactly(running(1));
        assertThat(library().get(ACCOUNT, id(1))).contains(running(1));

        assertThat(library().put(completed(1, 1))).isTrue();
        assertThat(listed()).containsExactly(completed(1, 1));

        assertThat(library().putRequest(running(1))).isTrue();
        assertThat(listed()).containsExactly(completed(1, 1));
    }

    @Test
    void aFailedEntryHasItsRequestInWhateverOrderTheyArrive() {
        library().putRequest(running(1));
        library().put(failed(1, 1));
        library().put(failed(2, 1));
        library().putRequest(running(2));

        for (int number : new int[] {1, 2}) {
            assertThat(library().get(ACCOUNT, id(number)))
                    .contains(
                            new Failed(
                                    id(number),
                                    ACCOUNT,
                                    1,
                                    failed(1, 1).problem(),
                                    Optional.of(running(number).request())));
        }
    }

    @Test
    void theRequestOfADeletedConversionIsNotListed() {
        library().put(completed(1, 1));
        library().delete(ACCOUNT, id(1));
        library().exclude(ACCOUNT, id(2));

        assertThat(library().putRequest(running(1))).isFalse();
        assertThat(library().putRequest(running(2))).isFalse();

        assertThat(listed()).isEmpty();
    }

    @Test
    void aRequestIsListedAsItWasStored() {
        Running bare =
                new Running(
                        id(3),
                        ACCOUNT,
                        new RequestSummary(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Optional.empty()));

        library().putRequest(bare);

        assertThat(listed()).containsExactly(bare);
    }

    @Test
    void onlyAListedEntryOfTheAccountIsFound() {
        library().put(completed(1, 1));
        library().put(completed(2, 1));
        library().delete(ACCOUNT, id(2));

        assertThat(library().get(ACCOUNT, id(2))).isEmpty();
        assertThat(library().get(ACCOUNT, id(3))).isEmpty();
        assertThat(library().get("somebody", id(1))).isEmpty();
    }

    @Test
    void accountsSeeTheirOwnEntriesOnly() {
        library().put(completed(1, 1));

        assertThat(library().list("somebody", 10, Optional.empty()).entries()).isEmpty();
        assertThat(library().delete("somebody", id(1))).isFalse();
        assertThat(listed()).containsExactly(completed(1, 1));
    }

    @Test
    void ofAnyTwoEntriesOfAConversionTheHigherStaysInWhateverOrderTheyArrive() {
        int number = 0;
        for (LibraryEntry first : everyEntry(0)) {
            for (LibraryEntry second : everyEntry(0)) {
                number++;
                boolean higher = ORDER.compare(second, first) > 0;

                assertThat(library().put(withId(first, number))).isTrue();
                assertThat(library().put(withId(second, number)))
                        .as("%s after %s", second, first)
                        .isEqualTo(higher);
                assertThat(page(1, Optional.empty()).entries())
                        .containsExactly(withId(higher ? second : first, number));
            }
        }
    }

    @Test
    void aDeletedEntryIsGone() {
        library().put(completed(1, 1));
        library().put(failed(2, 1));

        assertThat(library().delete(ACCOUNT, id(1))).isTrue();

        assertThat(listed()).containsExactly(failed(2, 1));
        assertThat(library().delete(ACCOUNT, id(1))).isFalse();
        assertThat(library().delete(ACCOUNT, id(3))).isFalse();
    }

    @Test
    void aDeletedEntryStaysDeletedWhateverEventArrives() {
        library().put(failed(1, 1));
        library().delete(ACCOUNT, id(1));

        for (LibraryEntry entry : everyEntry(1)) {
            assertThat(library().put(entry)).isFalse();
        }

        assertThat(listed()).isEmpty();
    }

    @Test
    void deletingAnUnknownEntryDoesNotKeepItOut() {
        assertThat(library().delete(ACCOUNT, id(1))).isFalse();

        assertThat(library().put(completed(1, 1))).isTrue();
        assertThat(listed()).containsExactly(completed(1, 1));
    }

    @Test
    void theConversionsOfAnAccountAreThoseOffTheListToo() {
        library().put(completed(1, 1));
        library().put(completed(2, 1));
        library().delete(ACCOUNT, id(1));

        assertThat(library().ids(ACCOUNT)).containsExactly(id(1), id(2));
        assertThat(library().ids("somebody")).isEmpty();
    }

    @Test
    void anExcludedConversionIsNeverListed() {
        library().put(completed(1, 1));

        library().exclude(ACCOUNT, id(1));
        library().exclude(ACCOUNT, id(2));

        assertThat(library().put(completed(1, 2))).isFalse();
        assertThat(library().put(completed(2, 1))).isFalse();
        assertThat(listed()).isEmpty();
    }

    @Test
    void theNewestEntriesComeFirst() {
        for (int number : new int[] {2, 4, 1, 3}) {
            library().put(completed(number, 1));
        }

        assertThat(listed())
                .containsExactly(
                        completed(4, 1), completed(3, 1), completed(2, 1), completed(1, 1));
    }

    @Test
    void pagesListEachEntryOnceAndTellWhetherMoreFollow() {
        IntStream.rangeClosed(1, 7).forEach(number -> library().put(completed(number, 1)));

        assertThat(pages(3)).containsExactly(List.of(7, 6, 5), List.of(4, 3, 2), List.of(1));
        assertThat(pages(7)).containsExactly(List.of(7, 6, 5, 4, 3, 2, 1));
    }

    @Test
    void pagesAreFilledAlthoughEntriesBetweenWereDeleted() {
        IntStream.rangeClosed(1, 12).forEach(number -> library().put(completed(number, 1)));
        for (int number : new int[] {1, 4, 5, 6, 7, 8, 9, 12}) {
            library().delete(ACCOUNT, id(number));
        }

        assertThat(pages(2)).containsExactly(List.of(11, 10), List.of(3, 2));
        assertThat(pages(3)).containsExactly(List.of(11, 10, 3), List.of(2));
    }

    @Test
    void ofManyWhoStoreAnEntryAtOnceTheHighestWins() {
        List<LibraryEntry> entries = new ArrayList<>();
        IntStream.rangeClosed(1, 8)
                .forEach(
                        attempt -> {
                            entries.add(completed(1, attempt));
                            entries.add(failed(1, attempt));
                        });

        Concurrently.run(entries.size(), i -> library().put(entries.get(i)));

        assertThat(listed()).containsExactly(completed(1, 8));
    }

    @Test
    void ofManyWhoDeleteAnEntryWhileItIsReplacedOneDoes() {
        library().put(completed(1, 1));

        List<Boolean> removed =
                Concurrently.run(
                        16,
                        i -> {
                            boolean _ = library().put(completed(1, i + 2));
                            return library().delete(ACCOUNT, id(1));
                        });

        assertThat(removed).containsOnlyOnce(true);
        assertThat(listed()).isEmpty();
    }

    /// The numbers of the entries, page by page.
    private List<List<Integer>> pages(int limit) {
        List<List<Integer>> pages = new ArrayList<>();
        Optional<ConversionId> before = Optional.empty();
        LibraryPage page;
        do {
            page = page(limit, before);
            pages.add(page.entries().stream().map(LibraryStoreContract::number).toList());
            before = page.entries().stream().reduce((_, last) -> last).map(LibraryEntry::id);
        } while (page.more());
        return pages;
    }

    private LibraryPage page(int limit, Optional<ConversionId> before) {
        return library().list(ACCOUNT, limit, before);
    }

    private List<LibraryEntry> listed() {
        return page(100, Optional.empty()).entries();
    }

    private static List<LibraryEntry> everyEntry(int number) {
        return List.of(
                failed(number, 1), failed(number, 2), completed(number, 1), completed(number, 2));
    }

    private static LibraryEntry withId(LibraryEntry entry, int number) {
        return entry instanceof Completed
                ? completed(number, entry.attempt())
                : failed(number, entry.attempt());
    }

    protected static Completed completed(int number, int attempt) {
        return new Completed(
                id(number),
                ACCOUNT,
                attempt,
                "A title",
                Optional.of("https://blog.example.com/a"),
                "Joanna",
                new Audio("audio/x/a.mp3", 1000, 4.272));
    }

    private static Running running(int number) {
        return new Running(
                id(number),
                ACCOUNT,
                new RequestSummary(
                        Optional.of("A note"),
                        Optional.of("https://blog.example.com/a"),
                        Optional.of("Joanna"),
                        false,
                        Optional.of("{\"source\":{}}")));
    }

    private static Failed failed(int number, int attempt) {
        return new Failed(
                id(number),
                ACCOUNT,
                attempt,
                new ConversionProblem("/problems/no-article", "No article", Optional.empty()));
    }

    /// A higher number is a later id.
    protected static ConversionId id(int number) {
        return ConversionId.parse(
                        String.format(Locale.ROOT, "01a1f874-3e50-7c41-8f3a-2b6d5e7f9%03x", number))
                .orElseThrow();
    }

    private static int number(LibraryEntry entry) {
        return Integer.parseInt(entry.id().toString().substring(33), 16);
    }
}
