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

/// The espeak-ng process: answers the requests on its standard input, and ends with it. The
/// argument is the path of the library.
public final class EspeakMain {
    private EspeakMain() {}

    public static void main(String[] args) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new FileOutputStream(FileDescriptor.out), 1 << 16));
        Path library = Path.of(args[0]);
        for (Optional<SynthesisRequest> request = SynthesisRequest.read(in);
                request.isPresent();
                request = SynthesisRequest.read(in)) {
            respond(request.get(), library, out).write(out);
            out.flush();
        }
    }

    private static SynthesisEvent respond(
            SynthesisRequest request, Path library, DataOutputStream out) throws IOException {
        try (NativeEspeak espeak = new NativeEspeak(library)) {
            new SynthesisEvent.SampleRate(espeak.sampleRate()).write(out);
            espeak.synthesize(request, event -> event.write(out));
            return new SynthesisEvent.Done();
        } catch (IllegalArgumentException e) {
            return new SynthesisEvent.Failed(String.valueOf(e.getMessage()));
        }
    }
}
