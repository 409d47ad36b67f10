package io.parler.local.template;

import java.util.Optional;

/// A scope in which nothing is known.
final class EmptyScope implements ReferenceScope {
    @Override
    public Optional<String> ref(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> attribute(String logicalId, String attribute) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> condition(String name) {
        return Optional.empty();
    }
}
