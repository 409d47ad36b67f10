package io.parler.deploy.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A parameter store in memory.
public final class FakeParameterStore implements ParameterStore {
    private final Map<String, String> values = new TreeMap<>();

    public FakeParameterStore with(String name, String value) {
        values.put(name, value);
        return this;
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void put(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void putSecret(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void delete(String name) {
        values.remove(name);
    }

    @Override
    public List<String> names(String path) {
        return values.keySet().stream().filter(name -> name.startsWith(path + "/")).toList();
    }
}
