package io.parler.frontend.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryStoreInMemory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EpisodeRecorderTest {
    private static final String POST = "https://blog.example.com/a";

    private final PodcastStoreInMemory podcasts = new PodcastStoreInMemory();
    private final EpisodeStoreInMemory episodes = new EpisodeStoreInMemory();
    private final LibraryStoreInMemory library = new LibraryStoreInMemory();
    private final EpisodeRecorder recorder = new EpisodeRecorder(podcasts, episodes, library);
    private final Podcast show = Samples.podcast(1);

    @BeforeEach
    void anAccountHasAShow() {
        podcasts.add(show, 20);
    }

    @Test
    void aPostIsOneEpisodeWithTheAudioOfItsNewestConversionAndTheSameGuid() {
        completed(Samples.conversion(1, POST));
        Episode first = only();
        completed(Samples.conversion(2, POST + "/?utm_source=feed"));

        assertThat(only().conversionId()).isEqualTo(Samples.conversionId(2));
        assertThat(only().audio()).isEqualTo(Samples.conversion(2, POST).audio());
        assertThat(only().guid()).isEqualTo(first.guid());
    }

    @Test
    void aPrivateConversionIsNoEpisode() {
        completed(onlyForItsAccount(1));
        recorder.fill(show, Optional.empty());

        assertThat(recorder.choose(show, Samples.conversionId(1))).isEmpty();
        assertThat(episodes.list(show.id())).isEmpty();
    }

    @Test
    void aConversionThatArrivesLateDoesNotReplaceANewerOne() {
        completed(Samples.conversion(2, POST));
        completed(Samples.conversion(1, POST));

        assertThat(only().conversionId()).isEqualTo(Samples.conversionId(2));
        assertThat(only().firstAt()).isEqualTo(Samples.conversionId(1).createdAt());
    }

    @Test
    void anEpisodeHasTheDateOfItsPostAlsoWhenALaterConversionDoesNotKnowIt() {
        completed(Samples.conversion(1, POST));
        Instant date = only().publishedAt();
        completed(withoutDetails(2));

        assertThat(only().publishedAt()).isEqualTo(date);
        assertThat(only().details().vttKey()).isEmpty();
    }

    @Test
    void anEpisodeWithoutADateHasThatOfItsFirstConversion() {
        completed(withoutDetails(1));
        completed(withoutDetails(2));

        assertThat(only().publishedAt()).isEqualTo(Samples.conversionId(1).createdAt());
    }

    @Test
    void postsThatAreOnlyInTheirFeedAreEpisodesOfTheirOwn() {
        completed(Samples.conversion(1, POST + "/feed.xml#note+1"));
        completed(Samples.conversion(2, POST + "/feed.xml#note+2"));
        completed(Samples.conversion(3, POST + "/feed.xml#note+2"));

        assertThat(episodes.list(show.id()))
                .extracting(Episode::conversionId)
                .containsExactlyInAnyOrder(Samples.conversionId(1), Samples.conversionId(3));
    }

    @Test
    void anEpisodeFollowsTheTitleOfItsConversion() {
        completed(Samples.conversion(1, POST));
        library.rename(Samples.ACCOUNT, Samples.conversionId(1), "Read aloud", 1);
        recorder.rename(Samples.ACCOUNT, Samples.conversionId(1));
        assertThat(only().title()).isEqualTo("Read aloud");
        assertThat(only().details().chapters().getFirst()).isEqualTo(new Chapter(0, "Read aloud"));
        assertThat(only().details().chapters()).hasSize(3);

        recorder.record(Samples.conversion(1, POST));
        recorder.fill(show, Optional.empty());
        assertThat(only().title()).isEqualTo("Read aloud");

        completed(Samples.conversion(2, POST));
        recorder.rename(Samples.ACCOUNT, Samples.conversionId(1));
        assertThat(only().title()).isEqualTo("Post 2");
    }

    @Test
    void ofTwoQuickRenamesTheLaterTitleStays() {
        completed(Samples.conversion(1, POST));
        library.rename(Samples.ACCOUNT, Samples.conversionId(1), "First", 1);

        beforeFirstPut(() -> rename("Second", 2)).rename(Samples.ACCOUNT, Samples.conversionId(1));

        assertThat(only().title()).isEqualTo("Second");
    }

    @Test
    void anEpisodeWrittenDuringARenameGetsTheNewTitle() {
        Completed conversion = Samples.conversion(1, POST);
        library.put(conversion);

        interrupted(() -> {}, () -> rename("Second", 1)).record(conversion);

        assertThat(only().title()).isEqualTo("Second");
    }

    @Test
    void anEpisodeThatGoesBackToAnEarlierAudioDuringARenameGetsItsNewTitle() {
        completed(Samples.conversion(1, POST));
        completed(Samples.conversion(2, POST));
        library.exclude(Samples.ACCOUNT, Samples.conversionId(2));

        beforeFirstPut(() -> rename("Second", 1)).remove(Samples.ACCOUNT, Samples.conversionId(2));

        assertThat(only().title()).isEqualTo("Second");
    }

    private void rename(String title, long revision) {
        library.rename(Samples.ACCOUNT, Samples.conversionId(1), title, revision);
        recorder.rename(Samples.ACCOUNT, Samples.conversionId(1));
    }

    private EpisodeRecorder beforeFirstPut(Runnable other) {
        return interrupted(other, () -> {});
    }

    /// A recorder during whose work something else happens.
    ///
    /// @param before runs before the first episode is written
    /// @param after runs before an episode is read again after that
    private EpisodeRecorder interrupted(Runnable before, Runnable after) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        AtomicBoolean isWritten = new AtomicBoolean();
        EpisodeStore interrupted =
                new EpisodeStore() {
                    @Override
                    public Optional<Episode> get(PodcastId podcast, String postId) {
                        if (isWritten.getAndSet(false)) {
                            after.run();
                        }
                        return episodes.get(podcast, postId);
                    }

                    @Override
                    public boolean put(Episode episode) {
                        boolean first = isFirst.getAndSet(false);
                        if (first) {
                            before.run();
                        }
                        boolean done = episodes.put(episode);
                        isWritten.set(first && done);
                        return done;
                    }

                    @Override
                    public List<Episode> list(PodcastId podcast) {
                        return episodes.list(podcast);
                    }

                    @Override
                    public boolean delete(Episode episode) {
                        return episodes.delete(episode);
                    }

                    @Override
                    public void deleteAll(PodcastId podcast) {
                        episodes.deleteAll(podcast);
                    }
                };
        return new EpisodeRecorder(podcasts, interrupted, library);
    }

    @Test
    void anEventThatComesAgainWritesNothing() {
        completed(Samples.conversion(1, POST));
        Episode before = only();
        recorder.record(Samples.conversion(1, POST));

        assertThat(only()).isEqualTo(before);
    }

    @Test
    void aPostOfAnotherBlogAndAPastedTextAreNoEpisodes() {
        completed(Samples.conversion(1, "https://other.example.com/a"));
        completed(Samples.text(2));

        assertThat(episodes.list(show.id())).isEmpty();
    }

    @Test
    void aConversionOfAnotherAccountIsNoEpisode() {
        Completed mine = Samples.conversion(1, POST);
        Completed theirs =
                new Completed(mine.id(), "somebody", 1, "t", mine.sourceUrl(), "v", mine.audio());
        library.put(theirs);
        recorder.record(theirs);

        assertThat(episodes.list(show.id())).isEmpty();
        assertThat(recorder.choose(show, mine.id())).isEmpty();
    }

    @Test
    void anEpisodeWhoseAudioIsDeletedGoesBackToTheAudioBefore() {
        completed(Samples.conversion(1, POST));
        completed(Samples.conversion(2, POST));
        delete(2);

        assertThat(only().conversionId()).isEqualTo(Samples.conversionId(1));

        delete(1);
        assertThat(episodes.list(show.id())).isEmpty();
    }

    @Test
    void deletingAnOlderConversionLeavesTheEpisode() {
        completed(Samples.conversion(1, POST));
        completed(Samples.conversion(2, POST));
        delete(1);

        assertThat(only().conversionId()).isEqualTo(Samples.conversionId(2));
    }

    @Test
    void aConversionChosenByHandStaysWhenTheShowsBlogChanges() {
        completed(Samples.conversion(1, POST));
        library.put(Samples.text(2));
        assertThat(recorder.choose(show, Samples.conversionId(2))).isPresent();
        assertThat(recorder.choose(show, Samples.conversionId(3))).isEmpty();

        PodcastSettings other =
                settings(Samples.settings(), Optional.of("https://other.example.com/"));
        recorder.dropOthers(show.with(other, show.updatedAt()));

        assertThat(only().conversionId()).isEqualTo(Samples.conversionId(2));
    }

    @Test
    void anEpisodeTakenOutStaysOutUntilItIsChosenAgain() {
        completed(Samples.conversion(1, POST));
        assertThat(recorder.takeOut(show, Samples.conversionId(1))).isTrue();
        assertThat(recorder.takeOut(show, Samples.conversionId(1))).isFalse();

        completed(Samples.conversion(2, POST));
        assertThat(only().excluded()).isTrue();

        recorder.choose(show, Samples.conversionId(2));
        assertThat(only().excluded()).isFalse();
    }

    @Test
    void aShowIsFilledFromTheLibraryAFewEntriesAtATime() {
        for (int i = 1; i <= 150; i++) {
            library.put(Samples.conversion(i, POST + i));
        }
        library.put(
                new LibraryEntry.Failed(
                        Samples.conversionId(200),
                        Samples.ACCOUNT,
                        1,
                        new ConversionProblem("/problems/x", "x", Optional.empty())));

        FillResult first = recorder.fill(show, Optional.empty());
        assertThat(first.added()).isEqualTo(150);
        assertThat(first.looked()).isEqualTo(151);
        assertThat(first.next()).isEmpty();
        assertThat(episodes.list(show.id())).hasSize(150);
        assertThat(recorder.fill(show, Optional.empty()).added()).isZero();
    }

    @Test
    void fillingGoesOnWhereItEnded() {
        for (int i = 1; i <= 250; i++) {
            library.put(Samples.conversion(i, POST + i));
        }

        FillResult first = recorder.fill(show, Optional.empty());
        assertThat(first.added()).isEqualTo(100);
        FillResult second = recorder.fill(show, first.next());
        FillResult third = recorder.fill(show, second.next());

        assertThat(third.next()).isEmpty();
        assertThat(episodes.list(show.id())).hasSize(250);
    }

    private static PodcastSettings settings(PodcastSettings before, Optional<String> blog) {
        return new PodcastSettings(
                before.title(),
                before.description(),
                before.link(),
                before.language(),
                before.author(),
                before.ownerEmail(),
                before.categories(),
                before.explicit(),
                blog,
                before.isPrivate(),
                before.txt(),
                before.locked(),
                before.color());
    }

    private static Completed withoutDetails(int number) {
        Completed full = Samples.conversion(number, POST);
        return new Completed(
                full.id(),
                full.accountId(),
                1,
                full.title(),
                full.sourceUrl(),
                full.voice(),
                full.audio(),
                false,
                CompletedDetails.NONE);
    }

    private static Completed onlyForItsAccount(int number) {
        Completed open = Samples.conversion(number, POST);
        return new Completed(
                open.id(),
                open.accountId(),
                1,
                open.title(),
                open.sourceUrl(),
                open.voice(),
                open.audio(),
                true,
                open.details());
    }

    private void completed(Completed conversion) {
        library.put(conversion);
        recorder.record(conversion);
    }

    private void delete(int number) {
        library.exclude(Samples.ACCOUNT, Samples.conversionId(number));
        recorder.remove(Samples.ACCOUNT, Samples.conversionId(number));
    }

    private Episode only() {
        List<Episode> all = episodes.list(show.id());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
