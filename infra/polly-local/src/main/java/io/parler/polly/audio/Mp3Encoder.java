package io.parler.polly.audio;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/// Encodes MP3 as Polly does: mono, constant bit rate, no tag and no Xing frame. Each response has
/// its own encoder.
public final class Mp3Encoder implements AudioSink, AutoCloseable {
    private static final int KBITS = 48;
    /// MPEG-1 needs a higher bit rate for the same quality.
    private static final int KBITS_FROM_32_KHZ = 64;

    private final LameEncoder encoder;
    private final OutputStream out;
    private final byte[] frames;
    private final int maxInput;

    /// @param fast encode in half the time, at a lower quality
    public Mp3Encoder(int sampleRate, OutputStream out, boolean fast) {
        encoder =
                new LameEncoder(
                        new AudioFormat(sampleRate, 16, 1, true, false),
                        sampleRate >= 32_000 ? KBITS_FROM_32_KHZ : KBITS,
                        LameEncoder.CHANNEL_MODE_MONO,
                        fast ? LameEncoder.QUALITY_LOWEST : LameEncoder.QUALITY_MIDDLE,
                        false);
        this.out = out;
        maxInput = encoder.getPCMBufferSize();
        frames = new byte[Math.max(encoder.getMP3BufferSize(), 16_384)];
    }

    @Override
    public void write(float[] samples) throws IOException {
        byte[] pcm = PcmEncoder.encode(samples);
        for (int from = 0; from < pcm.length; from += maxInput) {
            byte[] piece = Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + maxInput));
            int length = encoder.encodeBuffer(piece, 0, piece.length, frames);
            out.write(frames, 0, length);
        }
    }

    /// Writes the frames that the encoder still holds; without it the last ones are missing.
    public void finish() throws IOException {
        int length = encoder.encodeFinish(frames);
        out.write(frames, 0, length);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
