package io.parler.conversion.synthesis;

import static io.parler.conversion.testing.Profiles.NEURAL;
import static io.parler.conversion.testing.Profiles.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.Deadline;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.Profiles;
import io.parler.conversion.testing.QuietVoice;
import io.parler.conversion.testing.SteppedTime;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final String ME = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final Utterance HELLO = Utterance.text("Hello.");

    private final SteppedTime time = new SteppedTime();
    private final ChunksInMemory chunks = new ChunksInMemory();
    private final ClaimsInMemory claims = new ClaimsInMemory();
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
                            assertThat(done.kept().receipt().boughtBy()).isEqualTo("a");
                            assertThat(done.kept().receipt().billedCharacters()).isEqualTo(6);
                        });
    }

    @Test
    void aBusyVoiceIsAskedAgain() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            voice.answersFirst(busy());
        }

        assertThat(speaker(ME).speak(HELLO)).isInstanceOf(Speaker.Result.Done.class);
        assertThat(voice.heard()).hasSize(4);
        assertThat(time.slept()).hasSize(3).allMatch(d -> d.toMillis() < 800);
    }

    @Test
    void aVoiceThatStaysBusyIsAnOutageWithinABudget() {
        for (int i = 0; i < 500; i++) {
            voice.answersFirst(busy());
        }
        long begun = time.nanos();

        assertThatThrownBy(() -> speaker(ME).speak(HELLO))
                .isInstanceOf(VoiceUnavailable.class)
                .hasMessageContaining("ThrottlingException");
        assertThat(Duration.ofNanos(time.nanos() - begun)).isLessThan(Duration.ofSeconds(61));
    }

    @Test
    void aRefusalIsNotRepeated() throws InterruptedException {
        voice.answersFirst(new Answer.Refused<>(Answer.Reason.TEXT_REJECTED));

        assertThat(speaker(ME).speak(HELLO))
                .isEqualTo(new Speaker.Result.Refused(Answer.Reason.TEXT_REJECTED));
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
        Utterance text = Utterance.text("a");
        VoiceProfile joanna = Profiles.JOANNA;
        VoiceProfile other =
                new VoiceProfile(
                        VoiceId.of("other", "Joanna", "neural"),
                        "Joanna",
                        List.of("en-US"),
                        "Female",
                        joanna.engine());

        assertThat(
                        Stream.of(
                                ChunkKey.of(text, joanna),
                                ChunkKey.of(Utterance.text("b"), joanna),
                                ChunkKey.of(text, Profiles.polly("Amy", "en-GB", NEURAL)),
                                ChunkKey.of(text, Profiles.polly("Amy", "en-GB", STANDARD)),
                                ChunkKey.of(text, other)))
                .doesNotHaveDuplicates();
        assertThat(ChunkKey.of(text, joanna))
                .isEqualTo(ChunkKey.of(Utterance.text("a"), Profiles.JOANNA));
    }

    private static Answer<Sound> busy() {
        return new Answer.Busy<>("ThrottlingException");
    }

    private Speaker speaker(String conversion) {
        return speaker(conversion, Deadline.in(Duration.ofMinutes(100), time));
    }

    private Speaker speaker(String conversion, Deadline deadline) {
        return new Speaker(
                new Speaker.Parts(voice, chunks, claims, time, new Random(7)),
                new Speaker.Order(conversion, Profiles.JOANNA, false),
                deadline);
    }
}
