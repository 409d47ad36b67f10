package io.parler.polly.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The process that speaks: with the library its argument names it answers what it is asked on its
/// input, and ends with that.
public final class EspeakMain {
    private EspeakMain() {}

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        Path library = Path.of(args[0]);
        for (Optional<Ask> ask = Ask.read(in); ask.isPresent(); ask = Ask.read(in)) {
            answer(ask.get(), library, out).write(out);
            out.flush();
        }
    }

    private static Reply answer(Ask ask, Path library, DataOutputStream out) throws IOException {
        try (NativeEspeak espeak = new NativeEspeak(library)) {
            new Reply.Rate(espeak.sampleRate()).write(out);
            espeak.say(ask, reply -> reply.write(out));
            return new Reply.Done();
        } catch (IllegalArgumentException e) {
            return new Reply.Failed(String.valueOf(e.getMessage()));
        }
    }
}
