package io.parler.conversion;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.Mp3Format;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The spoken chunks in their order with the pauses between them, and when each is heard. Every
/// time is a count of whole frames, so none drifts.
final class Recording {
    /// A chunk and the seconds in which it is heard.
    record Heard(Passage passage, String text, double start, double end) {}

    private final List<JoinedAudio.Piece> pieces = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final Mp3Format format;
    private final FrameHeader silence;
    private long frames;

    private Recording(FrameRun first) {
        this.format = first.format();
        this.silence = first.first();
    }

    static Recording of(
            Script script,
            List<Chunk> chunks,
            Map<Utterance, ChunkStore.Kept> audio,
            Narration narration,
            ChunkStore store) {
        Recording recording = new Recording(run(audio, chunks.getFirst()));
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            Passage passage = script.passages().get(chunk.passage());
            ChunkKey key = narration.key(chunk.utterance());
            recording.add(passage, chunk.text(), run(audio, chunk), () -> store.audio(key));
            if (i + 1 == chunks.size()) {
                recording.pause(passage.pauseAfter());
            } else if (chunks.get(i + 1).passage() != chunk.passage()) {
                Passage next = script.passages().get(chunks.get(i + 1).passage());
                recording.pause(Math.max(passage.pauseAfter(), next.pauseBefore()));
            }
        }
        return recording;
    }

    private static FrameRun run(Map<Utterance, ChunkStore.Kept> audio, Chunk chunk) {
        ChunkStore.Kept kept = audio.get(chunk.utterance());
        if (kept == null) {
            throw new IllegalStateException("a chunk was not spoken");
        }
        return kept.run();
    }

    private void add(Passage passage, String text, FrameRun run, JoinedAudio.Source source) {
        double start = format.seconds(frames);
        pieces.add(new JoinedAudio.Piece(run, source));
        frames += run.frames();
        heard.add(new Heard(passage, text, start, format.seconds(frames)));
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

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    double seconds() {
        return format.seconds(frames);
    }
}
