package io.parler.bench.text;

import io.parler.conversion.article.PlainText;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioPublisher;
import io.parler.conversion.audio.LoudnessTarget;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.script.Script;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.script.ScriptWriter;
import io.parler.conversion.speech.Pronunciation;
import io.parler.conversion.speech.Pronunciations;
import io.parler.conversion.speech.Sentences;
import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.InputLimit;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.RateLimit;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimesSupport;
import io.parler.id.AccountId;
import io.parler.request.ContentKind;
import io.parler.request.Policy;
import io.parler.request.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A step of a text's way to its audio, without a voice and without AWS.
record PreparationStep(String name, Consumer<String> work) {
    private static final VoiceProfile VOICE =
            new VoiceProfile(
                    VoiceId.of("bench", "Tone", "neural"),
                    "Tone",
                    List.of("en-US"),
                    "female",
                    new Engine(
                            "neural",
                            0,
                            new RateLimit(8, 18),
                            new InputLimit(3_000, 6_000, 12_000),
                            Pricing.of("16", Pricing.Basis.WORDS),
                            24_000,
                            Set.of(SsmlSupport.Tag.values()),
                            WordTimesSupport.NONE));

    private static final ScriptOptions READ_ALL =
            ScriptOptions.DEFAULT
                    .with(ContentKind.EMOJI, Policy.READ)
                    .with(ContentKind.URLS, Policy.READ)
                    .with(pronunciations());

    static List<PreparationStep> all() {
        return List.of(
                new PreparationStep("sentences", PreparationStep::sentences),
                new PreparationStep("script", PreparationStep::script),
                new PreparationStep("rules", text -> chunks(write(text, READ_ALL))),
                new PreparationStep("chunks", text -> chunks(write(text, ScriptOptions.DEFAULT))),
                new PreparationStep("files", PreparationStep::files),
                new PreparationStep("title", PreparationStep::title),
                new PreparationStep("page", LoadPostSteps::page),
                new PreparationStep("markup", LoadPostSteps::markup),
                new PreparationStep("head", LoadPostSteps::head),
                new PreparationStep("feed", LoadPostSteps::feed));
    }

    private static void sentences(String text) {
        Sentences sentences = new Sentences("en");
        sentences.of(text);
        sentences.words(text);
        sentences.characters(text);
    }

    private static void script(String text) {
        write(text, ScriptOptions.DEFAULT);
    }

    private static Script write(String text, ScriptOptions options) {
        return ScriptWriter.write(
                PlainText.article("A text", text, Optional.of("en")), "en", options);
    }

    private static List<Chunk> chunks(Script script) {
        return Chunker.of(script, VOICE);
    }

    private static void files(String text) {
        publish("A text", text);
    }

    private static void title(String text) {
        publish(text, "A text.");
    }

    /// Transcript, chapters, tag and file name.
    private static void publish(String title, String text) {
        var article = PlainText.article(title, text, Optional.of("en"));
        Script script = ScriptWriter.write(article, "en", ScriptOptions.DEFAULT);
        List<Chunk> chunks = Chunker.of(script, VOICE);
        if (chunks.isEmpty()) {
            return;
        }
        Map<Utterance, ChunkStore.Metadata> audio = new HashMap<>();
        chunks.forEach(chunk -> audio.put(chunk.utterance(), SilentChunks.METADATA));
        new AudioPublisher(new DiscardedAudio(), new SilentChunks(), LoudnessTarget.DEFAULT)
                .publish(
                        new AudioPublisher.Content(
                                new AudioFolder("bench", Visibility.PUBLIC),
                                AccountId.OWNER,
                                new Preparation.Prepared.Ready(article, VOICE, script),
                                chunks,
                                audio),
                        Optional.empty());
    }

    /// As many rules as a request may have, which begin alike.
    private static Pronunciations pronunciations() {
        return new Pronunciations(
                IntStream.rangeClosed(1, 500)
                        .mapToObj(
                                i ->
                                        new Pronunciation(
                                                i % 2 == 0
                                                        ? "A".repeat(i / 5 + 1)
                                                        : "a".repeat(i / 5 + 1) + "b",
                                                new Pronunciation.How.Alias("x"),
                                                Optional.empty(),
                                                i % 3 == 0,
                                                i % 5 != 0))
                        .toList());
    }
}
