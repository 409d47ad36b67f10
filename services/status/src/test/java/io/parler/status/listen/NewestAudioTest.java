package io.parler.status.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.status.Audiobook;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.Histories;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The index and the search together: which audio a post has.
class NewestAudioTest {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");
    private static final String POST = "https://blog.example.com/post";

    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();
    private final PostAudioIndex index = new PostAudioIndex(posts, conversions);
    private final NewestAudio newest = new NewestAudio(posts, conversions);

    @Test
    void theLatestRequestAnswersWhicheverEndsLast() {
        request(2, POST, "owner");
        complete(2, POST);
        request(1, POST, "owner");
        complete(1, POST);

        assertThat(find(POST)).containsExactly(id(2));
    }

    @Test
    void theRequestedAndTheNamedAddressBothFindIt() {
        request(1, "http://blog.example.com/?p=7", "owner");
        complete(1, "https://www.blog.example.com/2026/queues/");

        assertThat(find("https://blog.example.com/?p=7&utm_source=feed")).contains(id(1));
        assertThat(find("https://blog.example.com/2026/queues")).contains(id(1));
    }

    @Test
    void aPageThatNamesAnAddressOfAnotherSiteDoesNotTakeItsPlace() {
        request(1, POST, "owner");
        complete(1, POST);
        request(2, "https://evil.example.org/copy", "owner");
        complete(2, POST);

        assertThat(find(POST)).containsExactly(id(1));
        assertThat(find("https://evil.example.org/copy")).contains(id(2));
    }

    @Test
    void aPostOfAFeedIsFoundByTheAddressOfItsPage() {
        request(1, null, "owner");
        complete(1, POST);

        assertThat(find(POST)).containsExactly(id(1));
    }

    @Test
    void aPostThatIsOnlyInItsFeedIsFoundByItsFragment() {
        request(1, POST + "/feed#note+1", "owner");
        complete(1, POST + "/feed#note+1");
        request(2, null, "owner");
        complete(2, POST + "/feed#note+2");

        assertThat(found(POST + "/feed#note+1")).contains(id(1));
        assertThat(found(POST + "/feed#note+2")).contains(id(2));
        assertThat(found(POST + "/feed")).isEmpty();
    }

    @Test
    void otherFragmentsDontMatter() {
        request(1, POST, "owner");
        complete(1, POST + "#main");
        request(2, "https://evil.example.org/#x", "owner");
        complete(2, POST + "#comments");

        assertThat(found(POST + "#comments")).contains(id(1));
    }

    private Optional<ConversionId> found(String url) {
        return newest.post(AccountId.OWNER, url)
                .flatMap(post -> newest.of(AccountId.OWNER, post))
                .map(PublishedAudio::id);
    }

    @Test
    void aPrivateConversionIsNotFound() {
        request(1, POST, "owner");
        complete(1, POST);
        request(2, POST, "owner");
        complete(2, POST, true);

        assertThat(find(POST)).containsExactly(id(1));
    }

    @Test
    void aPastedTextIsOfNoPost() {
        request(1, null, "owner");
        complete(1, null);

        assertThat(find(POST)).isEmpty();
    }

    @Test
    void aFailedOrUnfinishedConversionLeavesTheOneBefore() {
        request(1, POST, "owner");
        complete(1, POST);
        request(2, POST, "owner");
        request(3, POST, "owner");
        conversions.put(id(3), Histories.failed(1, NOW));
        index.add(id(3));

        assertThat(find(POST)).containsExactly(id(1));
    }

    @Test
    void whenTheNewestIsDeletedTheOneBeforeAnswers() {
        for (int i = 1; i <= 2; i++) {
            request(i, POST, "owner");
            complete(i, POST);
        }

        index.remove(id(2));
        conversions.put(id(2), new State.Deleted(NOW));

        assertThat(find(POST)).containsExactly(id(1));
        assertThat(posts.list(AccountId.OWNER, PostAddress.of(POST).orElseThrow()))
                .containsExactly(id(1));
    }

    @Test
    void anEntryThatADeletionHasMissedIsNoAudio() {
        for (int i = 1; i <= 2; i++) {
            request(i, POST, "owner");
            complete(i, POST);
        }
        conversions.put(id(2), new State.Deleted(NOW));
        assertThat(find(POST)).containsExactly(id(1));

        conversions.put(id(1), new State.Deleted(NOW));

        assertThat(find(POST)).isEmpty();
    }

    @Test
    void anAccountHasItsOwnAudioOfAPost() {
        request(1, POST, OTHER.value());
        complete(1, POST);

        assertThat(find(POST)).isEmpty();
        assertThat(newest.of(OTHER, PostAddress.of(POST).orElseThrow()))
                .map(PublishedAudio::id)
                .contains(id(1));
    }

    /// The events of the request, the completion and the deletion, in any order and twice.
    @RepeatedTest(30)
    void theOrderOfEventsDoesNotMatter(RepetitionInfo repetition) {
        boolean deleted = repetition.getCurrentRepetition() % 2 == 0;
        Stream<Runnable> events =
                Stream.of(() -> request(1, POST, "owner"), () -> complete(1, POST));
        Runnable deletion =
                () -> {
                    index.remove(id(1));
                    conversions.put(id(1), new State.Deleted(NOW));
                };
        Histories.shuffled(
                        (deleted ? Stream.concat(events, Stream.of(deletion)) : events).toList(),
                        new Random(repetition.getCurrentRepetition()))
                .forEach(Runnable::run);

        assertThat(find(POST)).hasSize(deleted ? 0 : 1);
    }

    private Stream<ConversionId> find(String url) {
        return newest.of(AccountId.OWNER, PostAddress.of(url).orElseThrow()).stream()
                .map(PublishedAudio::id);
    }

    private void request(int number, @Nullable String url, String account) {
        conversions.put(id(number), new RequestSummary(account, null, url, null, null, false));
        index.add(id(number));
    }

    private void complete(int number, @Nullable String sourceUrl) {
        complete(number, sourceUrl, false);
    }

    private void complete(int number, @Nullable String sourceUrl, boolean isPrivate) {
        Audiobook one = Histories.audiobook();
        conversions.put(
                id(number),
                new State.Completed(
                        1,
                        new Audiobook(
                                one.title(),
                                one.author(),
                                sourceUrl,
                                one.imageUrl(),
                                one.published(),
                                one.language(),
                                one.voice(),
                                one.audio(),
                                one.vttKey(),
                                one.jsonKey(),
                                one.chaptersKey(),
                                one.characters(),
                                one.billedCharacters(),
                                isPrivate),
                        NOW));
        index.add(id(number));
    }

    private static ConversionId id(int number) {
        return ConversionId.parse("01a1f874-3e5" + number + "-7c41-8f3a-2b6d5e7f9012")
                .orElseThrow();
    }
}
