package io.parler.conversion.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.Deadline;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.Chunks;
import io.parler.conversion.provider.elevenlabs.ElevenLabsInMemory;
import io.parler.conversion.provider.google.GoogleInMemory;
import io.parler.conversion.provider.openai.OpenAiInMemory;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.synthesis.Speaker;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.SteppedTime;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Services of others are spoken with as they ask to be.
class ServicesOfOthersIT {
    @Test
    void aServiceIsLeftAloneForAsLongAsItAsks() throws Exception {
        SteppedTime time = new SteppedTime();
        try (OpenAiInMemory openAi = new OpenAiInMemory()) {
            VoiceServices.Service service = openAi.service();
            VoiceProfile voice = service.voices().get().getFirst();
            openAi.answersFirst(429, "{\"error\":{\"code\":\"slow_down\"}}", "Retry-After", "20");
            Speaker speaker =
                    new Speaker(
                            new Speaker.Parts(
                                    service.voice(),
                                    new ChunksInMemory(),
                                    new ClaimsInMemory(),
                                    time,
                                    new Random(7)),
                            new Speaker.Order("me", voice, false),
                            Deadline.in(Duration.ofMinutes(10), time));

            assertThat(speaker.speak(Utterance.text("Hello.")))
                    .isInstanceOf(Speaker.Result.Done.class);
            assertThat(time.slept()).contains(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"One sentence of some words. ", "語言是人類的工具。", "👩🏽‍💻語"})
    void aLongTextIsCutIntoCallsThatEachServiceTakes(String piece) throws Exception {
        String text = piece.repeat(12_000 / piece.length());
        try (OpenAiInMemory openAi = new OpenAiInMemory();
                GoogleInMemory google = new GoogleInMemory();
                ElevenLabsInMemory elevenLabs = new ElevenLabsInMemory()) {
            for (VoiceServices.Service service :
                    List.of(openAi.service(), google.service(), elevenLabs.service())) {
                for (VoiceProfile voice : service.voices().get()) {
                    assertThat(answers(text, voice, service))
                            .hasSizeGreaterThan(2)
                            .allMatch(Answer.Given.class::isInstance);
                }
            }
        }
    }

    private static List<Answer<?>> answers(
            String text, VoiceProfile voice, VoiceServices.Service service)
            throws InterruptedException {
        Script script =
                new Script(
                        "zh",
                        List.of(new Passage("b", Passage.Role.TEXT, Words.plain(text), 0, 0)),
                        List.of());
        List<Answer<?>> answers = new ArrayList<>();
        for (Chunk chunk : Chunks.of(script, voice)) {
            answers.add(service.voice().speak(chunk.utterance(), voice));
        }
        return answers;
    }
}
