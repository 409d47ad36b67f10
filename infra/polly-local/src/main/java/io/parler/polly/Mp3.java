package io.parler.polly;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/// Writes MP3 like Polly's: mono, constant bit rate, no tag and no Xing frame; each answer starts a
/// fresh encoder.
final class Mp3 implements Performance.Listener, AutoCloseable {
    private static final int KBITS = 48;
    /// MPEG-1 needs more to sound as well.
    private static final int KBITS_FROM_32_KHZ = 64;

    private final LameEncoder encoder;
    private final OutputStream out;
    private final byte[] frames;
    private final int most;

    /// @param quick whether it may sound worse for being made in half the time
    Mp3(int sampleRate, OutputStream out, boolean quick) {
        encoder =
                new LameEncoder(
                        new AudioFormat(sampleRate, 16, 1, true, false),
                        sampleRate >= 32_000 ? KBITS_FROM_32_KHZ : KBITS,
                        LameEncoder.CHANNEL_MODE_MONO,
                        quick ? LameEncoder.QUALITY_LOWEST : LameEncoder.QUALITY_MIDDLE,
                        false);
        this.out = out;
        most = encoder.getPCMBufferSize();
        frames = new byte[Math.max(encoder.getMP3BufferSize(), 16_384)];
    }

    @Override
    public void hear(float[] samples) throws IOException {
        byte[] pcm = Pcm.bytes(samples);
        for (int from = 0; from < pcm.length; from += most) {
            byte[] piece = Arrays.copyOfRange(pcm, from, Math.min(pcm.length, from + most));
            int length = encoder.encodeBuffer(piece, 0, piece.length, frames);
            out.write(frames, 0, length);
        }
    }

    /// Writes what the encoder still holds. Without it the answer is not whole.
    void finish() throws IOException {
        int length = encoder.encodeFinish(frames);
        out.write(frames, 0, length);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
