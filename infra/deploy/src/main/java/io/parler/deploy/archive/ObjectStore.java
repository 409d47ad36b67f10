package io.parler.deploy.archive;

import java.nio.file.Path;
import java.util.List;

/// Buckets and what is in them.
public interface ObjectStore {
    /// An object's key and size.
    record StoredObject(String key, long bytes) {}

    boolean exists(String bucket, String key);

    void put(String bucket, String key, Path file);

    void put(String bucket, String key, String text);

    /// Every object under a prefix.
    List<StoredObject> list(String bucket, String prefix);

    /// Writes an object to a file, whose folder exists.
    void get(String bucket, String key, Path file);

    /// Deletes every object with all its versions.
    void empty(String bucket);
}
