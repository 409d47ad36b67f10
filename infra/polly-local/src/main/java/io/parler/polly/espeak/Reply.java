package io.parler.polly.espeak;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// One step of an answer of the process that speaks: the rate, then sound and words as they come,
/// and at the end `Done` or `Failed`.
sealed interface Reply {

    /// Of the sound that follows.
    record Rate(int sampleRate) implements Reply {}

    /// More sound: 16 bits a sample, in the machine's order.
    record Sound(byte[] pcm) implements Reply {}

    /// A word is said.
    ///
    /// @param position of its first character in the text, in code points from 0
    /// @param millis from the start of the sound
    record Word(int position, int millis) implements Reply {}

    record Done() implements Reply {}

    record Failed(String reason) implements Reply {}

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Rate rate -> {
                out.writeByte('r');
                out.writeInt(rate.sampleRate());
            }
            case Sound sound -> {
                out.writeByte('s');
                out.writeInt(sound.pcm().length);
                out.write(sound.pcm());
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

    static Reply read(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case 'r' -> new Rate(in.readInt());
            case 's' -> {
                byte[] pcm = new byte[in.readInt()];
                in.readFully(pcm);
                yield new Sound(pcm);
            }
            case 'w' -> new Word(in.readInt(), in.readInt());
            case 'd' -> new Done();
            case 'f' -> new Failed(in.readUTF());
            default -> throw new IOException("no reply starts with " + type);
        };
    }
}
