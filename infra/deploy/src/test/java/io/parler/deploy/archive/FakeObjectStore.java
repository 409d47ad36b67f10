package io.parler.deploy.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Buckets in memory; it records what is done with them.
public final class FakeObjectStore implements ObjectStore {
    /// What was called, such as `put bucket/key`.
    public final List<String> calls = new ArrayList<>();

    private final Map<String, String> objects = new TreeMap<>();

    public FakeObjectStore with(String bucket, String key, String text) {
        objects.put(bucket + "/" + key, text);
        return this;
    }

    @Override
    public boolean exists(String bucket, String key) {
        return objects.containsKey(bucket + "/" + key);
    }

    @Override
    public void put(String bucket, String key, Path file) {
        put(bucket, key, file.toString());
    }

    @Override
    public void put(String bucket, String key, String text) {
        calls.add("put " + bucket + "/" + key);
        with(bucket, key, text);
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        String start = bucket + "/" + prefix;
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(start))
                .map(
                        object ->
                                new StoredObject(
                                        object.getKey().substring(bucket.length() + 1),
                                        object.getValue().length()))
                .toList();
    }

    @Override
    public void get(String bucket, String key, Path file) {
        calls.add("get " + bucket + "/" + key);
        try {
            Files.writeString(file, Objects.requireNonNull(objects.get(bucket + "/" + key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void empty(String bucket) {
        calls.add("empty " + bucket);
        objects.keySet().removeIf(name -> name.startsWith(bucket + "/"));
    }
}
