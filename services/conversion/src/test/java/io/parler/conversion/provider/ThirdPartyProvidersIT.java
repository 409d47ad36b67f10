package io.parler.conversion.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.provider.elevenlabs.ElevenLabsServer;
import io.parler.conversion.provider.google.GoogleServer;
import io.parler.conversion.provider.openai.OpenAiServer;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.synthesis.SpeechClient;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.ClaimsInMemory;
import io.parler.conversion.testing.FakeTime;
import io.parler.conversion.testing.SilentSynthesizer;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.id.AccountId;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules for calling third-party providers.
class ThirdPartyProvidersIT {
    @Test
    void theRetryAfterOfAProviderIsRespected() throws Exception {
        FakeTime time = new FakeTime();
        try (OpenAiServer openAi = new OpenAiServer()) {
            VoiceProviders.Connection service = openAi.connection();
            VoiceProfile voice = service.voices().get().getFirst();
            openAi.respondFirstWith(
                    429, "{\"error\":{\"code\":\"slow_down\"}}", "Retry-After", "20");
            SpeechClient firstClient =
                    new SpeechClient(
                            new SpeechClient.Dependencies(
                                    service.synthesizer(),
                                    SilentSynthesizer.MAX_CALL,
                                    new ChunksInMemory(),
                                    new ClaimsInMemory(),
                                    time,
                                    new Random(7)),
                            new SpeechClient.JobSpec("me", AccountId.OWNER, voice, false),
                            new SpeechClient.Deadlines(
                                    Deadline.in(Duration.ofMinutes(10), time::nanos)));

            assertThat(firstClient.synthesize(Utterance.text("Hello.")))
                    .isInstanceOf(SpeechClient.Result.Synthesized.class);
            assertThat(time.slept()).contains(Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"One sentence of some words. ", "語言是人類的工具。", "👩🏽‍💻語"})
    void aLongTextIsSplitWithinTheLimitsOfEachProvider(String piece) throws Exception {
        String text = piece.repeat(12_000 / piece.length());
        try (OpenAiServer openAi = new OpenAiServer();
                GoogleServer google = new GoogleServer();
                ElevenLabsServer elevenLabs = new ElevenLabsServer()) {
            for (VoiceProviders.Connection service :
                    List.of(openAi.connection(), google.connection(), elevenLabs.connection())) {
                for (VoiceProfile voice : service.voices().get()) {
                    assertThat(answers(text, voice, service))
                            .hasSizeGreaterThan(2)
                            .allMatch(CallResult.Success.class::isInstance);
                }
            }
        }
    }

    private static List<CallResult<?>> answers(
            String text, VoiceProfile voice, VoiceProviders.Connection service)
            throws InterruptedException {
        Script script =
                new Script(
                        "zh",
                        List.of(new Passage("b", Passage.Role.TEXT, Words.plain(text), 0, 0)),
                        List.of());
        List<CallResult<?>> answers = new ArrayList<>();
        for (Chunk chunk : Chunker.of(script, voice)) {
            answers.add(service.synthesizer().synthesize(chunk.utterance(), voice));
        }
        return answers;
    }
}
