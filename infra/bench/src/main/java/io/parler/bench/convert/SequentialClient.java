package io.parler.bench.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Synthesizes texts one after the other, within the voice's rate limit. The audio is discarded.
final class SequentialClient {
    private final URI polly;
    private final long nanosPerCall;

    /// @param callsPerSecond the voice's rate limit
    SequentialClient(URI polly, int callsPerSecond) {
        this.polly = polly;
        this.nanosPerCall = Duration.ofSeconds(1).toNanos() / callsPerSecond;
    }

    /// Returns the time for all texts.
    Duration synthesize(List<String> texts) throws IOException {
        long start = System.nanoTime();
        long earliest = start;
        for (String text : texts) {
            waitUntil(earliest);
            earliest = System.nanoTime() + nanosPerCall;
            synthesize(text);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; ) {
            LockSupport.parkNanos(left);
            left = nanoTime - System.nanoTime();
        }
    }

    private void synthesize(String text) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) polly.resolve("/v1/speech").toURL().openConnection();
        call.setDoOutput(true);
        Map<String, String> request =
                Map.of(
                        "Text", text,
                        "VoiceId", "Joanna",
                        "Engine", "neural",
                        "OutputFormat", "mp3");
        try (OutputStream body = call.getOutputStream()) {
            new ObjectMapper().writeValue(body, request);
        }
        try (InputStream audio = call.getInputStream()) {
            audio.transferTo(OutputStream.nullOutputStream());
        }
    }
}
