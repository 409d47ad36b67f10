package io.parler.postconversion;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// TextStore in a map.
public final class TextStoreInMemory implements TextStore {
    public final Map<UUID, String> texts = new HashMap<>();

    @Override
    public String put(UUID conversionId, String text) {
        texts.put(conversionId, text);
        return "texts/" + conversionId + ".txt";
    }

    @Override
    public void delete(UUID conversionId) {
        texts.remove(conversionId);
    }
}
