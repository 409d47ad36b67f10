package io.parler.conversion.level;

import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudioException;
import java.io.ByteArrayInputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/// Decodes MP3 frame by frame: the samples of a long chunk are never in memory as a whole.
final class SampleReader {
    private SampleReader() {}

    /// Receives the samples of a frame. Those of two channels alternate.
    @FunctionalInterface
    interface Receiver {
        void accept(short[] samples, int length);
    }

    static void read(Mp3 audio, Receiver receiver) {
        try {
            Bitstream stream = new Bitstream(new ByteArrayInputStream(audio.bytes()));
            Decoder decoder = new Decoder();
            for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
                SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, stream);
                receiver.accept(samples.getBuffer(), samples.getBufferLength());
                stream.closeFrame();
            }
        } catch (BitstreamException | DecoderException | ArrayIndexOutOfBoundsException e) {
            throw new UnreadableAudioException("the audio can't be decoded: " + e);
        }
    }
}
