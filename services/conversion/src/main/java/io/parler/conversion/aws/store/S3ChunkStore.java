package io.parler.conversion.aws.store;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.Mark;
import io.parler.http.Json;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Chunks in the audio bucket: the frames as `chunks/{sha256}.mp3`, and, written after them, what
/// is known of them as `.json`. Where the JSON is, the audio is.
public final class S3ChunkStore implements ChunkStore {
    /// The bucket drops chunks after 90 days; one that may go while it is joined is spoken again.
    private static final Duration GOOD = Duration.ofDays(85);

    private final S3Objects objects;
    private final InstantSource clock;

    public S3ChunkStore(S3Objects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /// `header` is the first frame's, in hexadecimal; `words` holds three numbers a word: start and
    /// end in the input, milliseconds.
    private record Facts(
            String header,
            int frames,
            int bytes,
            int billedCharacters,
            String boughtBy,
            @Nullable WordsJson words) {
        static Facts of(Kept kept) {
            FrameRun run = kept.run();
            return new Facts(
                    Integer.toHexString(run.first().bits()),
                    run.frames(),
                    run.bytes(),
                    kept.receipt().billedCharacters(),
                    kept.receipt().boughtBy(),
                    kept.timed().map(WordsJson::of).orElse(null));
        }

        Kept kept() {
            return new Kept(
                    new FrameRun(
                            new FrameHeader(Integer.parseUnsignedInt(header, 16)), frames, bytes),
                    new Receipt(billedCharacters, boughtBy),
                    Optional.ofNullable(words).map(WordsJson::timed));
        }
    }

    private record WordsJson(List<int[]> marks, int billedCharacters, String boughtBy) {
        static WordsJson of(Timed timed) {
            return new WordsJson(
                    timed.marks().stream()
                            .map(mark -> new int[] {mark.start(), mark.end(), mark.milliseconds()})
                            .toList(),
                    timed.receipt().billedCharacters(),
                    timed.receipt().boughtBy());
        }

        Timed timed() {
            return new Timed(
                    marks.stream().map(mark -> new Mark(mark[0], mark[1], mark[2])).toList(),
                    new Receipt(billedCharacters, boughtBy));
        }
    }

    @Override
    public Optional<Kept> find(ChunkKey key) {
        return objects.find(json(key)).filter(this::isGood).map(S3ChunkStore::kept);
    }

    private boolean isGood(ResponseBytes<GetObjectResponse> facts) {
        return facts.response().lastModified().plus(GOOD).isAfter(clock.instant());
    }

    private static Kept kept(ResponseBytes<GetObjectResponse> facts) {
        try {
            return Json.read(facts.asByteArrayUnsafe(), Facts.class).kept();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(ChunkKey key, Mp3 audio, Kept facts) {
        objects.put(mp3(key), "audio/mpeg", audio.bytes());
        keep(key, facts);
    }

    @Override
    public void keep(ChunkKey key, Kept facts) {
        objects.put(json(key), "application/json", Json.bytes(Facts.of(facts)));
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return Mp3.of(objects.get(mp3(key)).asByteArrayUnsafe());
    }

    private static String mp3(ChunkKey key) {
        return "chunks/" + key.sha256() + ".mp3";
    }

    private static String json(ChunkKey key) {
        return "chunks/" + key.sha256() + ".json";
    }
}
