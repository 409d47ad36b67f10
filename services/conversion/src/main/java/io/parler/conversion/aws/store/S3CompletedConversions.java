package io.parler.conversion.aws.store;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.job.CompletedConversions;
import io.parler.http.Json;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Stores completed conversions as `finished/{id}.json`, after everything else, for as long as a
/// message may be delivered again.
public final class S3CompletedConversions implements CompletedConversions {
    private final S3Objects objects;

    public S3CompletedConversions(S3Objects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Audiobook> get(String id) {
        return objects.get(key(id)).map(found -> read(found.asByteArrayUnsafe()));
    }

    @Override
    public void put(String id, Audiobook audiobook) {
        objects.put(key(id), "application/json", Json.bytes(CompletedConversionJson.of(audiobook)));
    }

    @Override
    public void delete(String id) {
        objects.delete(key(id));
    }

    private static Audiobook read(byte[] json) {
        try {
            return Json.read(json, CompletedConversionJson.class).audiobook();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String id) {
        return "finished/" + id + ".json";
    }
}
