package io.parler.status;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Conversions in a map.
public final class ConversionsInMemory implements Conversions {
    private final Map<ConversionId, Conversion> known = new HashMap<>();

    @Override
    public synchronized Optional<Conversion> find(ConversionId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public synchronized void asked(ConversionId id, Asked asked) {
        State state = known.getOrDefault(id, Conversion.queued(id)).state();
        known.put(id, new Conversion(id, Optional.of(asked), state));
    }

    @Override
    public synchronized boolean reached(ConversionId id, State state) {
        Conversion before = known.getOrDefault(id, Conversion.queued(id));
        if (before.state().position().compareTo(state.position()) >= 0) {
            return false;
        }
        known.put(id, new Conversion(id, before.asked(), state));
        return true;
    }
}
