package io.parler.conversion.aws.store;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.job.Finished;
import io.parler.http.Json;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Finished conversions as `finished/{id}.json`, written when all else is; kept as long as a
/// message may come again.
public final class S3Finished implements Finished {
    private final S3Objects objects;

    public S3Finished(S3Objects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Audiobook> find(String id) {
        return objects.find(key(id)).map(found -> read(found.asByteArrayUnsafe()));
    }

    @Override
    public void keep(String id, Audiobook audiobook) {
        objects.put(key(id), "application/json", Json.bytes(FinishedJson.of(audiobook)));
    }

    private static Audiobook read(byte[] json) {
        try {
            return Json.read(json, FinishedJson.class).audiobook();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String id) {
        return "finished/" + id + ".json";
    }
}
