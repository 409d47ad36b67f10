package io.parler.conversion.mp3;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/// An MP3 of a sine tone, in place of a provider's audio.
public final class Tone {
    private static final int AMPLITUDE = 8_000;

    private Tone() {}

    public static byte[] of(int sampleRate, double seconds, double hertz) {
        return of(sampleRate, pcm(sampleRate, seconds, hertz, AMPLITUDE));
    }

    public static byte[] of(int sampleRate, double seconds, double hertz, int amplitude) {
        return of(sampleRate, pcm(sampleRate, seconds, hertz, amplitude));
    }

    private static byte[] of(int sampleRate, byte[] pcm) {
        int bitRate = sampleRate >= 32_000 ? 64 : 48;
        LameEncoder encoder =
                new LameEncoder(
                        new AudioFormat(sampleRate, 16, 1, true, false),
                        bitRate,
                        LameEncoder.CHANNEL_MODE_MONO,
                        LameEncoder.QUALITY_MIDDLE,
                        false);
        byte[] buffer = new byte[encoder.getMP3BufferSize()];
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        int step = encoder.getPCMBufferSize();
        for (int at = 0; at < pcm.length; at += step) {
            int length = Math.min(step, pcm.length - at);
            mp3.write(buffer, 0, encoder.encodeBuffer(pcm, at, length, buffer));
        }
        mp3.write(buffer, 0, encoder.encodeFinish(buffer));
        encoder.close();
        return mp3.toByteArray();
    }

    private static byte[] pcm(int sampleRate, double seconds, double hertz, int amplitude) {
        int samples = (int) (sampleRate * seconds);
        byte[] pcm = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            int value = (int) (amplitude * Math.sin(2 * Math.PI * hertz * i / sampleRate));
            pcm[2 * i] = (byte) value;
            pcm[2 * i + 1] = (byte) (value >> 8);
        }
        return pcm;
    }

    public static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
