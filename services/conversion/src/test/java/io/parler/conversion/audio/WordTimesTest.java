package io.parler.conversion.audio;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static io.parler.conversion.testing.ConversionInMemory.withWords;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.TestVoices;
import io.parler.request.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Word times are billed on request only.
class WordTimesTest {
    private static final String OTHER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";

    /// The delay of encoder and decoder, in seconds.
    private static final double DELAY = 1_105 / 24_000.0;

    private final ConversionInMemory conversion =
            new ConversionInMemory(anonymous("T", paragraph("a", "One two. Three four five.")));

    @Test
    void everyWordHasItsTime() throws InterruptedException {
        conversion.completed(withWords(ID));

        List<Transcript.Cue> cues = conversion.output.transcript().cues();
        Transcript.Cue first = cues.get(1);
        Transcript.Cue second = cues.get(2);
        assertThat(first.words()).extracting(Transcript.Word::text).containsExactly("One", "two");
        assertThat(second.words())
                .extracting(Transcript.Word::text)
                .containsExactly("Three", "four", "five");
        // The silent voice takes one frame of 24 ms for a character.
        assertThat(second.words().getFirst().start())
                .isCloseTo(first.start() + DELAY + 9 * 0.024, within(1e-9));
        assertThat(second.start()).isEqualTo(second.words().getFirst().start());
        assertThat(first.end()).isEqualTo(second.start());
        assertThat(second.words().getLast().end()).isEqualTo(second.end());
    }

    @Test
    void wordTimesAreBilledAndQuotedLikeTheAudio() throws InterruptedException {
        int quoted = conversion.quoted(Timing.WORDS).offers().getFirst().billable();
        Audiobook book = conversion.completed(withWords(ID));

        assertThat(book.billedCharacters()).isEqualTo(2 * book.characters()).isEqualTo(quoted);
        assertThat(conversion.quoted(Timing.WORDS).offers().getFirst().billable()).isZero();
    }

    @Test
    void forStoredAudioOnlyTheWordTimesAreBilled() throws InterruptedException {
        conversion.completed(job(ID));
        int quoted = conversion.quoted(Timing.WORDS).offers().getFirst().billable();
        Audiobook book = conversion.completed(withWords(OTHER));

        assertThat(conversion.voice.synthesizedTexts()).hasSize(2);
        assertThat(conversion.voice.wordTiming()).hasSize(2);
        assertThat(book.billedCharacters()).isEqualTo(book.characters()).isEqualTo(quoted);
    }

    @Test
    void withoutARequestTheyAreNotBilled() throws InterruptedException {
        conversion.completed(job(ID));

        assertThat(conversion.voice.wordTiming()).isEmpty();
        assertThat(conversion.output.transcript().cues()).allMatch(cue -> cue.words().isEmpty());
    }

    @Test
    void enginesWithoutWordTimesAreNotQuotedForThem() throws InterruptedException {
        assertThat(conversion.quoted(Timing.WORDS).offers())
                .extracting(offer -> offer.voice().engine())
                .containsExactly(TestVoices.NEURAL, TestVoices.STANDARD);
    }
}
