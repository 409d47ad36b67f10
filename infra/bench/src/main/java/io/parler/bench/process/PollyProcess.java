package io.parler.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// polly-local in a process of its own, so that its CPU time is not counted for the worker.
public final class PollyProcess implements AutoCloseable {
    private final Process process;
    private final URI address;

    private PollyProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it with its voices, without rate limit.
    public static PollyProcess startSpeaking(Path jar) throws IOException {
        return start(jar, "-Xmx700m", List.of("--no-quota"));
    }

    /// Starts it without rate limit or latency.
    public static PollyProcess startUnlimited(Path jar) throws IOException {
        return start(jar, List.of("--no-quota"));
    }

    /// Starts it with a rate limit and Polly's burst, which is two calls above the rate.
    public static PollyProcess startLimited(Path jar, int perSecond, int inFlight, Duration latency)
            throws IOException {
        return start(
                jar,
                List.of(
                        "--latency=" + latency.toMillis(),
                        "--quota=neural=" + perSecond + ":" + (perSecond + 2) + ":" + inFlight));
    }

    private static PollyProcess start(Path jar, List<String> options) throws IOException {
        List<String> tone = new ArrayList<>(List.of("--engine=tone"));
        tone.addAll(options);
        return start(jar, "-Xmx160m", tone);
    }

    private static PollyProcess start(Path jar, String maxHeap, List<String> options)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JavaCommand.java(),
                                maxHeap,
                                "-XX:+UseSerialGC",
                                "-jar",
                                jar.toString(),
                                "--port=0"));
        command.addAll(options);
        command.addAll(1, JavaCommand.compilerOptions());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("polly-local did not start: is " + jar + " built?");
        }
        return new PollyProcess(process, URI.create(line.substring(line.indexOf("http"))));
    }

    /// Changes the latency of each call.
    public void setLatency(Duration latency) throws IOException {
        var call = (HttpURLConnection) address.resolve("/engine").toURL().openConnection();
        call.setRequestMethod("PUT");
        call.setDoOutput(true);
        try (OutputStream body = call.getOutputStream()) {
            body.write(
                    ("{\"engine\":\"tone\",\"latencyMillis\":" + latency.toMillis() + "}")
                            .getBytes(StandardCharsets.UTF_8));
        }
        if (call.getResponseCode() != 200) {
            throw new IOException("polly-local responded " + call.getResponseCode());
        }
    }

    public URI address() {
        return address;
    }

    /// The CPU time used so far.
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
