package io.parler.conversion.job;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static io.parler.conversion.testing.ConversionInMemory.withWords;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.voice.CallResult;
import io.parler.problem.Problem;
import org.junit.jupiter.api.Test;

/// What a conversion will be billed is reserved before a voice is called.
class ReservationTest {
    private final ConversionInMemory conversion =
            new ConversionInMemory(
                    anonymous("T", paragraph("a", "One."), paragraph("b", "Two, three.")));

    @Test
    void exactlyWhatIsBilledIsReserved() throws InterruptedException {
        Audiobook book = conversion.completed(job(ID));

        assertThat(conversion.quota.reserved(ID)).contains(book.billedCharacters());
    }

    @Test
    void wordTimesAreReservedToo() throws InterruptedException {
        Audiobook book = conversion.completed(withWords(ID));

        assertThat(conversion.quota.reserved(ID)).contains(2 * book.characters());
    }

    @Test
    void whatIsStoredIsNotReservedAndWhatThisConversionPaidForIs() throws InterruptedException {
        conversion.put("One.", "another");
        conversion.put("Two, three.", ID);

        conversion.completed(job(ID));

        assertThat(conversion.quota.reserved(ID)).contains("TTwo, three.".length());
    }

    @Test
    void nothingIsSynthesizedBeyondTheCap() throws InterruptedException {
        conversion.quota.capAt("TOne.Two, three.".length() - 1);

        Problem problem = conversion.refused(job(ID));

        assertThat(problem.slug()).isEqualTo("quota-exceeded");
        assertThat(conversion.voice.synthesizedTexts()).isEmpty();
        assertThat(conversion.output.told()).containsExactly("started 1", "failed quota-exceeded");
    }

    @Test
    void aFailureReportsWhatWasBilledBefore() throws InterruptedException {
        conversion.put("One.", ID);
        for (int i = 0; i < 3; i++) {
            conversion.voice.respondFirstWith(
                    new CallResult.Refused<>(CallResult.Reason.TEXT_REJECTED));
        }

        conversion.run(job(ID));

        assertThat(conversion.output.told().getLast()).isEqualTo("failed speech-refused 4");
    }
}
