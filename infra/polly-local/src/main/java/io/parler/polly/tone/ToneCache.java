package io.parler.polly.tone;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Caches encoded tones, up to a number of bytes; the least recently used go first. A load test
/// need not wait for an encoder.
public final class ToneCache {
    private static final int MAX_BYTES = 32 << 20;

    /// Everything that determines the encoded bytes.
    public record Key(String text, String voice, int sampleRate, int billedCharacters) {}

    private final Map<Key, byte[]> tones = new LinkedHashMap<>(16, .75f, true);
    private int bytes;

    public synchronized Optional<byte[]> get(Key key) {
        return Optional.ofNullable(tones.get(key));
    }

    public synchronized void put(Key key, byte[] mp3) {
        if (tones.put(key, mp3) == null) {
            bytes += mp3.length;
        }
        Iterator<byte[]> oldest = tones.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
