package io.parler.conversion.level;

import io.parler.conversion.mp3.FrameHeader;
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
    /// MPEG-2 Layer III, 48 kbit/s, 24 kHz, mono.
    private static final FrameHeader ANY = new FrameHeader(0xfff364c4);

    // The decoder makes its tables at the first frame, in static fields and without a lock: two
    // threads that decode their first frames at once see tables that are half made. They are made
    // here, while other threads wait for this class.
    static {
        read(Mp3.silence(ANY, 1), (_, _) -> {});
    }

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
                SampleBuffer samples = decode(decoder, header, stream);
                receiver.accept(samples.getBuffer(), samples.getBufferLength());
                stream.closeFrame();
            }
        } catch (BitstreamException e) {
            throw unreadable(e);
        }
    }

    /// Audio that the decoder can't cope with is used as it is: it was billed.
    private static SampleBuffer decode(Decoder decoder, Header header, Bitstream stream) {
        try {
            return (SampleBuffer) decoder.decodeFrame(header, stream);
        } catch (DecoderException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableAudioException unreadable(Exception reason) {
        return new UnreadableAudioException("the audio can't be decoded: " + reason);
    }
}
