package io.parler.bench.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The plainest way to have texts spoken: one call, then the next. What comes is thrown away.
final class SequentialVoice {
    private final URI polly;

    SequentialVoice(URI polly) {
        this.polly = polly;
    }

    Duration speak(List<String> texts) throws IOException {
        long begun = System.nanoTime();
        for (String text : texts) {
            speak(text);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void speak(String text) throws IOException {
        var call = (HttpURLConnection) polly.resolve("/v1/speech").toURL().openConnection();
        call.setDoOutput(true);
        try (OutputStream body = call.getOutputStream()) {
            new ObjectMapper()
                    .writeValue(
                            body,
                            Map.of(
                                    "Text",
                                    text,
                                    "VoiceId",
                                    "Joanna",
                                    "Engine",
                                    "neural",
                                    "OutputFormat",
                                    "mp3"));
        }
        try (var sound = call.getInputStream()) {
            sound.transferTo(OutputStream.nullOutputStream());
        }
    }
}
