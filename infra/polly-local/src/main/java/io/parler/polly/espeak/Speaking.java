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

/// One process that speaks, from its start to its end. It is asked one thing at a time, and throws
/// an IOException once it has ended.
final class Speaking implements AutoCloseable {
    /// The longest text is said in some seconds: what takes so long will never end.
    private static final Executor TOO_LONG =
            CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS);

    /// The library keeps some 30 kB of each.
    private static final int MOST_TEXTS = 2_000;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int texts;

    Speaking(Path library) throws IOException {
        ProcessBuilder java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-Xmx64m",
                                // A crash of the library: nothing among the answers, and no file
                                // where somebody works.
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
                        // It remarks on its own data at every other word.
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // A debugger or an agent of the parent's is not for this one.
        java.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        process = java.start();
        in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// The jar or the folder that this class was loaded from; the other process needs no more.
    private static Path classes() {
        try {
            return Path.of(
                    EspeakMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// True once another process should go on.
    boolean isSpent() {
        return texts >= MOST_TEXTS;
    }

    /// Throws an IllegalStateException where espeak-ng refuses; it can be asked again then.
    Said say(Ask ask) throws IOException {
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(process::destroyForcibly, TOO_LONG);
        try {
            texts++;
            ask.write(out);
            return heard();
        } finally {
            end.cancel(false);
        }
    }

    private Said heard() throws IOException {
        ByteArrayOutputStream pcm = new ByteArrayOutputStream();
        List<Reply.Word> words = new ArrayList<>();
        int sampleRate = 0;
        while (true) {
            switch (Reply.read(in)) {
                case Reply.Rate rate -> sampleRate = rate.sampleRate();
                case Reply.Sound sound -> pcm.writeBytes(sound.pcm());
                case Reply.Word word -> words.add(word);
                case Reply.Done d -> {
                    return new Said(samples(pcm.toByteArray()), sampleRate, List.copyOf(words));
                }
                case Reply.Failed failed -> throw new IllegalStateException(failed.reason());
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
