package io.parler.conversion.job;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.Claims;
import io.parler.conversion.quote.Quote;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.FrozenTime;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.id.AccountId;
import io.parler.request.Timing;
import io.parler.testing.Concurrently;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No chunk is billed to two runs, and the quote is what will be billed.
class PaidOnceTest {
    private static final String OTHER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";

    private static final Claims.Owner ANOTHER = new Claims.Owner("another", "its run");
    private static final Article POST =
            anonymous(
                    "T",
                    IntStream.range(0, 40)
                            .mapToObj(i -> paragraph("p" + i, "Paragraph number " + i + "."))
                            .toArray(Block[]::new));

    private final ConversionInMemory conversion = new ConversionInMemory(POST);

    @Test
    void conversionsOfOnePostAtTheSameTimeSynthesizeEachChunkOnce() {
        ConversionInMemory shared = new ConversionInMemory(POST, new FrozenTime());

        int billed =
                atTheSameTime(shared, ID, OTHER).stream()
                        .mapToInt(Audiobook::billedCharacters)
                        .sum();

        assertThat(shared.voice.synthesizedTexts()).doesNotHaveDuplicates().hasSize(41);
        assertThat(billed)
                .isEqualTo(shared.voice.synthesizedTexts().stream().mapToInt(String::length).sum());
    }

    @Test
    void runsOfOneConversionAtTheSameTimeSynthesizeEachChunkOnce() {
        ConversionInMemory shared = new ConversionInMemory(POST, new FrozenTime());

        List<Audiobook> books = atTheSameTime(shared, ID, ID);

        assertThat(shared.voice.synthesizedTexts()).doesNotHaveDuplicates().hasSize(41);
        assertThat(books)
                .allSatisfy(
                        book -> assertThat(book.billedCharacters()).isEqualTo(book.characters()));
    }

    private static List<Audiobook> atTheSameTime(ConversionInMemory shared, String... conversions) {
        return Concurrently.run(
                Stream.of(conversions)
                        .map(id -> (Callable<Audiobook>) () -> shared.completed(job(id)))
                        .toList());
    }

    @Test
    void aClaimIsReleasedAfterAFailure() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            conversion.voice.respondFirstWith(
                    new CallResult.Refused<>(CallResult.Reason.TEXT_REJECTED));
        }

        assertThat(conversion.refused(job(ID)).slug()).isEqualTo("speech-refused");
        assertThat(conversion.claims.size()).isZero();
    }

    @Test
    void aChunkOfAnotherConversionIsAwaitedAndNotBilled() throws InterruptedException {
        ChunkKey title =
                ChunkKey.of(AccountId.OWNER, ConversionInMemory.utterance("T"), TestVoices.JOANNA);
        assertThat(conversion.claims.take(title, ANOTHER)).isTrue();
        conversion.time.afterSleeping(4, () -> conversion.put("T", "another"));

        Audiobook book = conversion.completed(job(ID));

        assertThat(conversion.voice.synthesizedTexts()).doesNotContain("T");
        assertThat(book.billedCharacters()).isEqualTo(book.characters() - 1);
    }

    @Test
    void aReleasedChunkIsSynthesizedByAnotherRun() throws InterruptedException {
        ChunkKey title =
                ChunkKey.of(AccountId.OWNER, ConversionInMemory.utterance("T"), TestVoices.JOANNA);
        conversion.claims.take(title, ANOTHER);
        conversion.time.afterSleeping(4, () -> conversion.claims.release(title, ANOTHER));

        assertThat(conversion.completed(job(ID)).billedCharacters()).isPositive();
        assertThat(conversion.voice.synthesizedTexts()).containsOnlyOnce("T");
    }

    @Test
    void theQuoteIsWhatIsBilledAndThenZero() throws InterruptedException {
        Quote before = conversion.quoted(Timing.SENTENCES);
        Audiobook book = conversion.completed(job(ID));
        Quote after = conversion.quoted(Timing.SENTENCES);

        assertThat(before.characters()).isEqualTo(book.characters());
        assertThat(before.offers().getFirst().billable()).isEqualTo(book.billedCharacters());
        assertThat(before.offers().getFirst().alreadySynthesized()).isZero();
        assertThat(after.offers().getFirst().billable()).isZero();
        assertThat(after.offers().getFirst().alreadySynthesized()).isEqualTo(book.characters());
        assertThat(after.offers().getFirst().price()).isEqualByComparingTo("0");
    }

    @Test
    void theQuoteListsEveryEngineOfTheVoiceWithItsPrice() throws InterruptedException {
        conversion.completed(job(ID));
        Quote quote = conversion.quoted(Timing.SENTENCES);

        assertThat(quote.offers())
                .extracting(offer -> offer.voice().id().toString())
                .containsExactly(
                        "polly:Joanna:neural", "polly:Joanna:standard", "polly:Joanna:generative");
        Quote.Offer standard = quote.offers().get(1);
        assertThat(standard.billable()).isEqualTo(quote.characters());
        assertThat(standard.price())
                .isEqualByComparingTo(TestVoices.STANDARD.pricing().price(quote.characters()));
    }

    @Test
    void aRepeatedTextIsQuotedOnce() throws InterruptedException {
        conversion.shows(anonymous("T", paragraph("a", "Again."), paragraph("b", "Again.")));

        Quote.Offer offer = conversion.quoted(Timing.SENTENCES).offers().getFirst();

        assertThat(offer.billable()).isEqualTo("TAgain.".length());
        assertThat(offer.alreadySynthesized()).isEqualTo("Again.".length());
    }
}
