package io.parler.bench.speech;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioPublisher;
import io.parler.conversion.audio.LoudnessTarget;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.request.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A post whose chunks are synthesized, with what is known of each.
record SpokenPost(
        Article article,
        Script script,
        VoiceProfile voice,
        List<Chunk> chunks,
        Map<Utterance, ChunkStore.Metadata> audio,
        ChunkStore store) {

    static SpokenPost of(
            Article article, Script script, VoiceProfile voice, SpeechSynthesizer synthesizer)
            throws InterruptedException {
        ChunkStore store = new ChunksInMemory();
        List<Chunk> chunks = Chunker.of(script, voice);
        Map<Utterance, ChunkStore.Metadata> audio = new HashMap<>();
        for (Chunk chunk : chunks) {
            Utterance utterance = chunk.utterance();
            Mp3 mp3 = value(synthesizer.synthesize(utterance, voice)).audio();
            List<SpeechMark> marks = value(synthesizer.speechMarks(utterance, voice));
            ChunkStore.Receipt free = new ChunkStore.Receipt(0, "bench");
            ChunkStore.Metadata metadata =
                    new ChunkStore.Metadata(
                            mp3.run(),
                            free,
                            Optional.of(new ChunkStore.WordTiming(marks, free)),
                            AudioAnalysis.of(mp3));
            audio.put(utterance, metadata);
            store.put(ChunkKey.of(AccountId.OWNER, utterance, voice), mp3, metadata);
        }
        return new SpokenPost(article, script, voice, chunks, audio, store);
    }

    private static <T> T value(CallResult<T> result) {
        if (result instanceof CallResult.Success<T> success) {
            return success.value();
        }
        throw new IllegalStateException("the voice answered " + result);
    }

    Published withWordTimes() {
        return publish(metadata -> metadata);
    }

    /// Without bought word times.
    Published withoutWordTimes() {
        return publish(
                metadata ->
                        new ChunkStore.Metadata(
                                metadata.run(),
                                metadata.receipt(),
                                Optional.empty(),
                                metadata.analysis()));
    }

    /// With times that go by the share of the characters only.
    Published withoutPauses() {
        return publish(
                metadata ->
                        new ChunkStore.Metadata(
                                metadata.run(),
                                metadata.receipt(),
                                Optional.empty(),
                                metadata.analysis()
                                        .map(
                                                measured ->
                                                        new AudioAnalysis(
                                                                measured.loudness(),
                                                                measured.peak(),
                                                                List.of()))));
    }

    private Published publish(Function<ChunkStore.Metadata, ChunkStore.Metadata> change) {
        Map<Utterance, ChunkStore.Metadata> known = new HashMap<>();
        audio.forEach((utterance, metadata) -> known.put(utterance, change.apply(metadata)));
        Published published = new Published();
        new AudioPublisher(published, store, LoudnessTarget.DEFAULT)
                .publish(
                        new AudioPublisher.Content(
                                new AudioFolder("bench", Visibility.PUBLIC),
                                AccountId.OWNER,
                                new Preparation.Prepared.Ready(article, voice, script),
                                chunks,
                                known),
                        Optional.empty());
        return published;
    }
}
