package io.parler.polly;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the tone engine made lately, up to a bound: the same text gives the same bytes, so a load
/// test need not wait for an encoder that Polly runs on machines of its own.
final class KnownTones {
    private static final int MOST_BYTES = 32 << 20;

    /// All that decides the bytes.
    record Key(String text, String voice, int sampleRate, int billed) {
        static Key of(Order order) {
            return new Key(
                    order.text(), order.voice().id(), order.sampleRate(), order.script().billed());
        }
    }

    private final Map<Key, byte[]> tones = new LinkedHashMap<>(16, .75f, true);
    private int bytes;

    synchronized Optional<byte[]> find(Key key) {
        return Optional.ofNullable(tones.get(key));
    }

    synchronized void keep(Key key, byte[] mp3) {
        if (tones.put(key, mp3) == null) {
            bytes += mp3.length;
        }
        Iterator<byte[]> oldest = tones.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
