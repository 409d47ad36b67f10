package io.parler.polly.http;

import com.sun.net.httpserver.HttpExchange;
import io.parler.polly.audio.Mp3Encoder;
import io.parler.polly.audio.PcmEncoder;
import io.parler.polly.http.FaultInjection.Outcome;
import io.parler.polly.http.SpeechRequest.Format;
import io.parler.polly.synthesis.ScriptSynthesizer;
import io.parler.polly.synthesis.Synthesizer;
import io.parler.polly.tone.ToneCache;
import io.parler.polly.tone.ToneSynthesizer;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.VoiceCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Answers `POST /v1/speech`. Audio is sent while it is synthesized, as Polly does.
final class SynthesizeSpeechHandler {
    /// The content length of a cut response, of which only half is sent.
    private static final int CUT_LENGTH = 100_000;

    private final EngineSettings settings;
    private final VoiceCatalog voices;
    private final Map<Engine, RateLimiter> rateLimiters;
    /// Calls are answered in the order in which they come, and only so many at once as there are
    /// processors: otherwise none would end in time on a busy machine.
    private final Semaphore processors =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final ToneCache tones = new ToneCache();

    SynthesizeSpeechHandler(
            EngineSettings settings, VoiceCatalog voices, Map<Engine, RateLimiter> rateLimiters) {
        this.settings = settings;
        this.voices = voices;
        this.rateLimiters = rateLimiters;
    }

    void handle(HttpExchange exchange, byte[] body)
            throws IOException, PollyException, InterruptedException {
        SpeechRequest request = SpeechRequest.validate(SynthesizeSpeechInput.parse(body), voices);
        RateLimiter limiter = rateLimiters.get(request.engine());
        if (limiter == null) {
            respond(exchange, request);
        } else {
            RateLimiter.Permit permit = limiter.acquire();
            try {
                respond(exchange, request);
            } finally {
                permit.close();
            }
        }
    }

    private void respond(HttpExchange exchange, SpeechRequest request)
            throws IOException, PollyException, InterruptedException {
        Outcome outcome = settings.nextOutcome();
        switch (outcome) {
            case THROTTLED -> throw PollyException.throttled();
            case FAILED -> throw PollyException.serviceFailure();
            case SERVED, CUT -> {}
        }
        exchange.getResponseHeaders().set("Content-Type", request.format().mediaType());
        exchange.getResponseHeaders()
                .set(
                        "x-amzn-RequestCharacters",
                        Integer.toString(request.script().billedCharacters()));
        if (outcome == Outcome.CUT) {
            exchange.sendResponseHeaders(200, CUT_LENGTH);
            exchange.getResponseBody().write(new byte[CUT_LENGTH / 2]);
            return;
        }
        Synthesizer synthesizer = settings.synthesizer();
        boolean tone = synthesizer instanceof ToneSynthesizer;
        if (!tone) {
            processors.acquire();
        }
        try {
            send(exchange, request, synthesizer);
        } finally {
            if (!tone) {
                processors.release();
            }
        }
    }

    private void send(HttpExchange exchange, SpeechRequest request, Synthesizer synthesizer)
            throws IOException, InterruptedException {
        ScriptSynthesizer script =
                new ScriptSynthesizer(synthesizer, request.voice(), request.script());
        if (request.format() == Format.JSON) {
            sendMarks(exchange, script, request);
        } else {
            OutputStream out = new LazyResponseStream(exchange);
            if (request.format() == Format.MP3 && synthesizer instanceof ToneSynthesizer) {
                out.write(tone(script, request));
            } else {
                encode(out, script, request, false);
            }
        }
    }

    private static void sendMarks(
            HttpExchange exchange, ScriptSynthesizer script, SpeechRequest request)
            throws IOException, InterruptedException {
        byte[] input = request.text().getBytes(StandardCharsets.UTF_8);
        StringBuilder lines = new StringBuilder();
        script.marks().stream()
                .filter(mark -> request.marks().contains(mark.type()))
                .forEach(mark -> lines.append(SpeechMarkWriter.line(mark, input)));
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] tone(ScriptSynthesizer script, SpeechRequest request)
            throws IOException, InterruptedException {
        ToneCache.Key key =
                new ToneCache.Key(
                        request.text(),
                        request.voice().id(),
                        request.sampleRate(),
                        request.script().billedCharacters());
        Optional<byte[]> cached = tones.get(key);
        if (cached.isPresent()) {
            return cached.get();
        }
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        encode(mp3, script, request, true);
        tones.put(key, mp3.toByteArray());
        return mp3.toByteArray();
    }

    private static void encode(
            OutputStream out, ScriptSynthesizer script, SpeechRequest request, boolean fast)
            throws IOException, InterruptedException {
        if (request.format() == Format.PCM) {
            script.synthesize(
                    request.sampleRate(), samples -> out.write(PcmEncoder.encode(samples)));
        } else {
            try (Mp3Encoder mp3 = new Mp3Encoder(request.sampleRate(), out, fast)) {
                script.synthesize(request.sampleRate(), mp3);
                mp3.finish();
            }
        }
    }

    /// Sends the response head with the first byte of the body: an error before that can still be
    /// reported with its status.
    private static final class LazyResponseStream extends OutputStream {
        private final HttpExchange exchange;

        LazyResponseStream(HttpExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return;
            }
            if (exchange.getResponseCode() == -1) {
                exchange.sendResponseHeaders(200, 0);
            }
            exchange.getResponseBody().write(bytes, offset, length);
        }
    }
}
