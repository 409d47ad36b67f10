package io.parler.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final String ME = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final Narration NARRATION =
            new Narration(
                    "polly",
                    new VoiceProfile("Joanna", "Joanna", "en-US", "Female", List.of(Engine.NEURAL)),
                    Engine.NEURAL);

    private static final Utterance HELLO = Utterance.text("Hello.");

    private final SteppedTime time = new SteppedTime();
    private final ChunksInMemory chunks = new ChunksInMemory();
    private final QuietVoice voice = new QuietVoice();

    @Test
    void whatWasSpokenIsKeptAndNotSpokenAgain() throws InterruptedException {
        assertThat(speaker("a").speak(HELLO)).isInstanceOf(Speaker.Result.Done.class);
        Speaker.Result again = speaker("b").find(HELLO);

        assertThat(voice.heard()).containsExactly("Hello.");
        assertThat(again)
                .isInstanceOfSatisfying(
                        Speaker.Result.Done.class,
                        done -> {
                            assertThat(done.kept().boughtBy()).isEqualTo("a");
                            assertThat(done.kept().billedCharacters()).isEqualTo(6);
                        });
    }

    @Test
    void aBusyVoiceIsAskedAgain() throws InterruptedException {
        voice.answersFirst(busy(), busy(), busy());

        assertThat(speaker(ME).speak(HELLO)).isInstanceOf(Speaker.Result.Done.class);
        assertThat(voice.heard()).hasSize(4);
        assertThat(time.slept()).hasSize(3).allMatch(d -> d.toMillis() < 800);
    }

    @Test
    void aVoiceThatStaysBusyIsAnOutageWithinABudget() {
        voice.answersFirst(Stream.generate(SpeakerTest::busy).limit(500).toArray(Speech[]::new));
        long begun = time.nanos();

        assertThatThrownBy(() -> speaker(ME).speak(HELLO))
                .isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("ThrottlingException");
        assertThat(Duration.ofNanos(time.nanos() - begun)).isLessThan(Duration.ofSeconds(61));
    }

    @Test
    void aRefusalIsNotRepeated() throws InterruptedException {
        voice.answersFirst(new Speech.Refused(Speech.Reason.TEXT_REJECTED));

        assertThat(speaker(ME).speak(HELLO))
                .isEqualTo(new Speaker.Result.Refused(Speech.Reason.TEXT_REJECTED));
        assertThat(voice.heard()).hasSize(1);
        assertThat(chunks.size()).isZero();
    }

    @Test
    void afterTheDeadlineNothingBegins() throws InterruptedException {
        Speaker late = speaker(ME, Deadline.in(Duration.ofSeconds(-1), time));

        assertThat(late.speak(HELLO)).isEqualTo(new Speaker.Result.NotBegun());
        assertThat(voice.heard()).isEmpty();
    }

    @Test
    void whatIsKeptIsFoundEvenAfterTheDeadline() throws InterruptedException {
        speaker(ME).speak(HELLO);

        assertThat(speaker(ME, Deadline.in(Duration.ofSeconds(-1), time)).find(HELLO))
                .isInstanceOf(Speaker.Result.Done.class);
    }

    @Test
    void theKeyTellsTextVoiceAndEngineApart() {
        VoiceProfile amy =
                new VoiceProfile(
                        "Amy", "Amy", "en-GB", "Female", List.of(Engine.NEURAL, Engine.STANDARD));

        assertThat(
                        Stream.of(
                                NARRATION.key(Utterance.text("a")),
                                NARRATION.key(Utterance.text("b")),
                                new Narration("polly", amy, Engine.NEURAL).key(Utterance.text("a")),
                                new Narration("polly", amy, Engine.STANDARD)
                                        .key(Utterance.text("a")),
                                new Narration("other", amy, Engine.STANDARD)
                                        .key(Utterance.text("a"))))
                .doesNotHaveDuplicates();
        assertThat(NARRATION.key(Utterance.text("a")))
                .isEqualTo(NARRATION.key(Utterance.text("a")));
    }

    private static Speech busy() {
        return new Speech.Busy("ThrottlingException");
    }

    private Speaker speaker(String conversion) {
        return speaker(conversion, Deadline.in(Duration.ofMinutes(100), time));
    }

    private Speaker speaker(String conversion, Deadline deadline) {
        return new Speaker(
                new Speaker.Parts(voice, chunks, time, new Random(7)),
                NARRATION,
                conversion,
                deadline);
    }
}
