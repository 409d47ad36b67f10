package io.parler.e2e.suite;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/// An MP3, completely decoded by a decoder that shares no code with Parler.
///
/// @param seconds the length of the audio, without the Info frame
/// @param loudest the largest sample, from 0 to 32767
public record DecodedMp3(double seconds, int frames, int sampleRate, int channels, int loudest) {

    public static DecodedMp3 decode(byte[] file) {
        int frames = 0;
        int rate = 0;
        int channels = 0;
        int loudest = 0;
        long samples = 0;
        try {
            var stream = new Bitstream(new ByteArrayInputStream(file));
            var decoder = new Decoder();
            for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
                var sound = (SampleBuffer) decoder.decodeFrame(header, stream);
                channels = sound.getChannelCount();
                rate = sound.getSampleFrequency();
                if (frames++ > 0 || !beginsWithInfo(file)) {
                    samples += sound.getBufferLength() / channels;
                    for (int i = 0; i < sound.getBufferLength(); i++) {
                        loudest = Math.max(loudest, Math.abs(sound.getBuffer()[i]));
                    }
                }
                stream.closeFrame();
            }
            stream.close();
        } catch (JavaLayerException e) {
            throw new AssertionError("frame " + frames + " can't be decoded", e);
        }
        if (frames == 0) {
            throw new AssertionError("no frame in " + file.length + " bytes");
        }
        return new DecodedMp3((double) samples / rate, frames, rate, channels, loudest);
    }

    /// Whether the first frame is a Xing or Info frame, by the name at its fixed position.
    private static boolean beginsWithInfo(byte[] file) {
        int start = 0;
        if (file.length > 10 && new String(file, 0, 3, StandardCharsets.ISO_8859_1).equals("ID3")) {
            start = 10 + (file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9]);
        }
        int length = Math.min(64, file.length - start);
        String head = new String(file, start, length, StandardCharsets.ISO_8859_1);
        return head.contains("Info") || head.contains("Xing");
    }
}
