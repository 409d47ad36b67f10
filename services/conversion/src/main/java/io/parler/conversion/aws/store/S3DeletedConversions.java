package io.parler.conversion.aws.store;

import io.parler.conversion.job.DeletedConversions;

/// Remembers deleted conversions as empty objects `deleted/{id}`.
public final class S3DeletedConversions implements DeletedConversions {
    private final S3Objects objects;

    public S3DeletedConversions(S3Objects objects) {
        this.objects = objects;
    }

    @Override
    public boolean contains(String id) {
        return objects.has(key(id));
    }

    @Override
    public void add(String id) {
        objects.put(key(id), "text/plain", new byte[0]);
    }

    private static String key(String id) {
        return "deleted/" + id;
    }
}
