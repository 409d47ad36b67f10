package io.parler.conversion.aws.store;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.sample.VoiceSamples;
import java.util.Optional;

/// Stores samples as `audio/samples/{sha256}.mp3`, which the edge serves to everyone.
public final class S3Samples implements VoiceSamples.SampleStore {
    private final S3Objects objects;

    public S3Samples(S3Objects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<String> get(ChunkKey key) {
        return objects.has(key(key)) ? Optional.of(key(key)) : Optional.empty();
    }

    @Override
    public String put(ChunkKey key, Mp3 audio) {
        objects.put(key(key), "audio/mpeg", audio.bytes());
        return key(key);
    }

    private static String key(ChunkKey key) {
        return "audio/samples/" + key.sha256() + ".mp3";
    }
}
