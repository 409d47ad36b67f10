package io.parler.polly.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// An espeak-ng process. It handles one request at a time, and throws an IOException once it has
/// ended.
final class EspeakProcess implements AutoCloseable {
    /// The longest text takes some seconds; after this time the process is stuck.
    private static final Executor AFTER_TIMEOUT =
            CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS);

    /// The library leaks some 30 kB a text, so the process is replaced after this many.
    private static final int MAX_TEXTS = 2_000;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int texts;

    EspeakProcess(Path library) throws IOException {
        ProcessBuilder java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-Xmx64m",
                                // When the library crashes: no message on the output, and no files
                                // in the working directory.
                                "-XX:+DisplayVMOutputToStderr",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile="
                                        + Path.of(
                                                System.getProperty("java.io.tmpdir"),
                                                "espeak-ng-%p.log"),
                                "-cp",
                                classes().toString(),
                                EspeakMain.class.getName(),
                                library.toString())
                        // espeak-ng logs warnings about its own data.
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // A debugger or agent is for the parent only.
        java.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        process = java.start();
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// The jar or folder that this class was loaded from: the class path of the process.
    private static Path classes() {
        try {
            return Path.of(
                    EspeakMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether it has handled so many texts that a new process should take over.
    boolean needsRestart() {
        return texts >= MAX_TEXTS;
    }

    /// Throws an IllegalStateException if espeak-ng rejects the request; the process goes on.
    SynthesisResult synthesize(SynthesisRequest request) throws IOException {
        CompletableFuture<Void> timeout =
                CompletableFuture.runAsync(process::destroyForcibly, AFTER_TIMEOUT);
        try {
            texts++;
            request.write(out);
            return readResult();
        } finally {
            timeout.cancel(false);
        }
    }

    private SynthesisResult readResult() throws IOException {
        ByteArrayOutputStream pcm = new ByteArrayOutputStream();
        List<SynthesisEvent.Word> words = new ArrayList<>();
        int sampleRate = 0;
        while (true) {
            switch (SynthesisEvent.read(in)) {
                case SynthesisEvent.SampleRate rate -> sampleRate = rate.sampleRate();
                case SynthesisEvent.Samples samples -> pcm.writeBytes(samples.pcm());
                case SynthesisEvent.Word word -> words.add(word);
                case SynthesisEvent.Done d -> {
                    return new SynthesisResult(
                            samples(pcm.toByteArray()), sampleRate, List.copyOf(words));
                }
                case SynthesisEvent.Failed failed ->
                        throw new IllegalStateException(failed.reason());
            }
        }
    }

    private static float[] samples(byte[] pcm) {
        ShortBuffer values = ByteBuffer.wrap(pcm).order(ByteOrder.nativeOrder()).asShortBuffer();
        float[] samples = new float[values.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values.get(i) / 32_768f;
        }
        return samples;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
