package io.parler.polly.espeak;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// An event in the response of the espeak-ng process: the sample rate, then samples and words as
/// they are synthesized, and at the end `Done` or `Failed`.
sealed interface SynthesisEvent {

    /// The sample rate of what follows.
    record SampleRate(int sampleRate) implements SynthesisEvent {}

    /// More samples: 16 bits each, in the machine's byte order.
    record Samples(byte[] pcm) implements SynthesisEvent {}

    /// A word starts.
    ///
    /// @param position of its first character in the text, in code points from 0
    /// @param millis from the start of the audio
    record Word(int position, int millis) implements SynthesisEvent {}

    record Done() implements SynthesisEvent {}

    record Failed(String reason) implements SynthesisEvent {}

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case SampleRate rate -> {
                out.writeByte('r');
                out.writeInt(rate.sampleRate());
            }
            case Samples samples -> {
                out.writeByte('s');
                out.writeInt(samples.pcm().length);
                out.write(samples.pcm());
            }
            case Word word -> {
                out.writeByte('w');
                out.writeInt(word.position());
                out.writeInt(word.millis());
            }
            case Done d -> out.writeByte('d');
            case Failed failed -> {
                out.writeByte('f');
                out.writeUTF(failed.reason());
            }
        }
    }

    static SynthesisEvent read(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case 'r' -> new SampleRate(in.readInt());
            case 's' -> {
                byte[] pcm = new byte[in.readInt()];
                in.readFully(pcm);
                yield new Samples(pcm);
            }
            case 'w' -> new Word(in.readInt(), in.readInt());
            case 'd' -> new Done();
            case 'f' -> new Failed(in.readUTF());
            default -> throw new IOException("unknown event type " + type);
        };
    }
}
