package io.parler.conversion.aws.store;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.SpeechMark;
import io.parler.http.Json;
import io.parler.id.AccountId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Stores chunks in the audio bucket: the frames as `chunks/{sha256}.mp3`, and then the metadata
/// as `.json`; those of other accounts than the owner as `chunks/{account}/{sha256}`. Audio is
/// there wherever metadata is.
public final class S3ChunkStore implements ChunkStore {
    /// The bucket deletes chunks after 90 days. One that could be deleted before it is joined is
    /// synthesized again.
    private static final Duration TTL = Duration.ofDays(85);

    private final S3Objects objects;
    private final InstantSource clock;

    public S3ChunkStore(S3Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /// `header` is that of the first frame, in hexadecimal. `words` has three numbers for each
    /// word: start and end in the input, and milliseconds.
    private record MetadataJson(
            String header,
            int frames,
            int bytes,
            int billedCharacters,
            String boughtBy,
            @Nullable WordsJson words,
            @Nullable AnalysisJson analysis) {
        static MetadataJson of(Metadata metadata) {
            FrameRun run = metadata.run();
            return new MetadataJson(
                    Integer.toHexString(run.first().bits()),
                    run.frames(),
                    run.bytes(),
                    metadata.receipt().billedCharacters(),
                    metadata.receipt().paidBy(),
                    metadata.wordTiming().map(WordsJson::of).orElse(null),
                    metadata.analysis().map(AnalysisJson::of).orElse(null));
        }

        Metadata metadata() {
            return new Metadata(
                    new FrameRun(
                            new FrameHeader(Integer.parseUnsignedInt(header, 16)), frames, bytes),
                    new Receipt(billedCharacters, boughtBy),
                    Optional.ofNullable(words).map(WordsJson::wordTiming),
                    Optional.ofNullable(analysis).map(AnalysisJson::analysis));
        }
    }

    /// `pauses` has two numbers for each pause: start and end in milliseconds.
    private record AnalysisJson(double lufs, double peak, List<int[]> pauses) {
        static AnalysisJson of(AudioAnalysis analysis) {
            return new AnalysisJson(
                    analysis.loudness(),
                    analysis.peak(),
                    analysis.pauses().stream()
                            .map(pause -> new int[] {pause.start(), pause.end()})
                            .toList());
        }

        AudioAnalysis analysis() {
            return new AudioAnalysis(
                    lufs,
                    peak,
                    pauses.stream().map(p -> new AudioAnalysis.Pause(p[0], p[1])).toList());
        }
    }

    private record WordsJson(List<int[]> marks, int billedCharacters, String boughtBy) {
        static WordsJson of(WordTiming wordTiming) {
            return new WordsJson(
                    wordTiming.speechMarks().stream()
                            .map(mark -> new int[] {mark.start(), mark.end(), mark.milliseconds()})
                            .toList(),
                    wordTiming.receipt().billedCharacters(),
                    wordTiming.receipt().paidBy());
        }

        WordTiming wordTiming() {
            return new WordTiming(
                    marks.stream().map(mark -> new SpeechMark(mark[0], mark[1], mark[2])).toList(),
                    new Receipt(billedCharacters, boughtBy));
        }
    }

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        return objects.get(json(key)).filter(this::isFresh).map(S3ChunkStore::metadata);
    }

    private boolean isFresh(ResponseBytes<GetObjectResponse> object) {
        return object.response().lastModified().plus(TTL).isAfter(clock.instant());
    }

    private static Metadata metadata(ResponseBytes<GetObjectResponse> object) {
        try {
            return Json.read(object.asByteArrayUnsafe(), MetadataJson.class).metadata();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(ChunkKey key, Mp3 audio, Metadata metadata) {
        objects.put(mp3(key), "audio/mpeg", audio.bytes());
        put(key, metadata);
    }

    @Override
    public void put(ChunkKey key, Metadata metadata) {
        objects.put(json(key), "application/json", Json.bytes(MetadataJson.of(metadata)));
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return Mp3.of(objects.getRequired(mp3(key)).asByteArrayUnsafe());
    }

    /// Deletes all chunks of an account that is not the owner.
    public void delete(AccountId account) {
        String prefix = ChunkKey.prefix(account);
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("the owner's chunks are not deleted");
        }
        objects.deleteAll("chunks/" + prefix);
    }

    private static String mp3(ChunkKey key) {
        return "chunks/" + key.name() + ".mp3";
    }

    private static String json(ChunkKey key) {
        return "chunks/" + key.name() + ".json";
    }
}
