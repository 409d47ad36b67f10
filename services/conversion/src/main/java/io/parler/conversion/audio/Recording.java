package io.parler.conversion.audio;

import io.parler.conversion.ConcurrentTasks;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.Mp3Format;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The synthesized chunks in order, with the pauses between them and the time of each. All times
/// are counted in whole frames, so they do not drift.
final class Recording {
    /// A chunk, its start and end in seconds, and the start times of its words if they are known.
    record TimedChunk(
            Passage passage,
            Chunk chunk,
            double start,
            double end,
            int sampleRate,
            Optional<List<SpeechMark>> speechMarks,
            List<AudioAnalysis.Pause> pauses) {}

    private static final int MAX_CONCURRENT_LOADS = 4;

    private final List<JoinedAudio.Piece> pieces = new ArrayList<>();
    private final List<TimedChunk> timedChunks = new ArrayList<>();
    private final Mp3Format format;
    private final FrameHeader silence;
    private long frames;

    private Recording(FrameRun first) {
        this.format = first.format();
        this.silence = first.first();
    }

    static Recording of(
            AccountId account,
            Script script,
            List<Chunk> chunks,
            Map<Utterance, ChunkStore.Metadata> audio,
            VoiceProfile voice,
            ChunkStore store,
            LoudnessTarget loudness) {
        Recording recording = new Recording(metadata(audio, chunks.getFirst()).run());
        Map<Utterance, AudioAnalysis> analyses = analyses(account, audio, voice, store);
        Map<Utterance, Integer> gains = gains(audio, analyses, loudness);
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            int gain = gains.getOrDefault(chunk.utterance(), 0);
            Passage passage = script.passages().get(chunk.passage());
            ChunkKey key = ChunkKey.of(account, chunk.utterance(), voice);
            if (i == 0) {
                recording.pause(passage.pauseBefore());
            }
            recording.add(
                    passage,
                    chunk,
                    metadata(audio, chunk),
                    Optional.ofNullable(analyses.get(chunk.utterance())),
                    () -> store.audio(key).withGain(gain));
            if (i + 1 == chunks.size()) {
                recording.pause(passage.pauseAfter());
            } else if (chunks.get(i + 1).passage() != chunk.passage()) {
                Passage next = script.passages().get(chunks.get(i + 1).passage());
                recording.pause(Math.max(passage.pauseAfter(), next.pauseBefore()));
            }
        }
        return recording;
    }

    /// What was measured of each chunk. One that was stored before audio was measured is measured
    /// now.
    private static Map<Utterance, AudioAnalysis> analyses(
            AccountId account,
            Map<Utterance, ChunkStore.Metadata> audio,
            VoiceProfile voice,
            ChunkStore store) {
        Map<Utterance, AudioAnalysis> known = new HashMap<>();
        Set<Utterance> unknown = new LinkedHashSet<>();
        audio.forEach(
                (utterance, metadata) ->
                        metadata.analysis()
                                .ifPresentOrElse(
                                        analysis -> known.put(utterance, analysis),
                                        () -> unknown.add(utterance)));
        ConcurrentTasks.map(
                        unknown,
                        MAX_CONCURRENT_LOADS,
                        one -> AudioAnalysis.of(store.audio(ChunkKey.of(account, one, voice))))
                .forEach((one, found) -> found.ifPresent(analysis -> known.put(one, analysis)));
        return known;
    }

    private static Map<Utterance, Integer> gains(
            Map<Utterance, ChunkStore.Metadata> audio,
            Map<Utterance, AudioAnalysis> analyses,
            LoudnessTarget loudness) {
        Map<Utterance, LoudnessPlan.Measured> measured = new HashMap<>();
        audio.forEach(
                (utterance, metadata) ->
                        Optional.ofNullable(analyses.get(utterance))
                                .ifPresent(
                                        analysis ->
                                                measured.put(
                                                        utterance,
                                                        new LoudnessPlan.Measured(
                                                                analysis,
                                                                metadata.run().seconds()))));
        LoudnessPlan plan = LoudnessPlan.of(measured.values(), loudness);
        Map<Utterance, Integer> gains = new HashMap<>();
        measured.forEach((utterance, chunk) -> gains.put(utterance, plan.steps(chunk)));
        return gains;
    }

    private static ChunkStore.Metadata metadata(
            Map<Utterance, ChunkStore.Metadata> audio, Chunk chunk) {
        ChunkStore.Metadata metadata = audio.get(chunk.utterance());
        if (metadata == null) {
            throw new IllegalStateException("a chunk was not synthesized");
        }
        return metadata;
    }

    private void add(
            Passage passage,
            Chunk chunk,
            ChunkStore.Metadata metadata,
            Optional<AudioAnalysis> analysis,
            JoinedAudio.Source source) {
        double start = format.seconds(frames);
        pieces.add(new JoinedAudio.Piece(metadata.run(), source));
        frames += metadata.run().frames();
        timedChunks.add(
                new TimedChunk(
                        passage,
                        chunk,
                        start,
                        format.seconds(frames),
                        format.sampleRate(),
                        metadata.wordTiming().map(ChunkStore.WordTiming::speechMarks),
                        analysis.map(AudioAnalysis::pauses).orElse(List.of())));
    }

    private void pause(int milliseconds) {
        int length = format.frames(milliseconds);
        pieces.add(
                new JoinedAudio.Piece(
                        Mp3.silentRun(silence, length), () -> Mp3.silence(silence, length)));
        frames += length;
    }

    List<JoinedAudio.Piece> pieces() {
        return List.copyOf(pieces);
    }

    List<TimedChunk> timedChunks() {
        return List.copyOf(timedChunks);
    }

    double seconds() {
        return format.seconds(frames);
    }
}
