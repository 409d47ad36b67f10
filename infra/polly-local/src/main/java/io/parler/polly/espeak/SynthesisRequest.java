package io.parler.polly.espeak;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A request to the espeak-ng process.
///
/// @param voice espeak-ng's name of the voice
/// @param pitch from 0 to 100; 50 is the default
record SynthesisRequest(String voice, int wordsPerMinute, int pitch, String text) {

    void write(DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeUTF(voice);
        out.writeInt(wordsPerMinute);
        out.writeInt(pitch);
        out.writeInt(utf8.length);
        out.write(utf8);
        out.flush();
    }

    /// Empty at the end of the input.
    static Optional<SynthesisRequest> read(DataInputStream in) throws IOException {
        try {
            String voice = in.readUTF();
            int wordsPerMinute = in.readInt();
            int pitch = in.readInt();
            byte[] utf8 = in.readNBytes(in.readInt());
            return Optional.of(
                    new SynthesisRequest(
                            voice,
                            wordsPerMinute,
                            pitch,
                            new String(utf8, StandardCharsets.UTF_8)));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }
}
