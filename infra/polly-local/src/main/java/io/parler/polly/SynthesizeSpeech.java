package io.parler.polly;

import com.sun.net.httpserver.HttpExchange;
import io.parler.polly.Faults.Fate;
import io.parler.polly.Order.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// `POST /v1/speech`: the sound is sent while it is made, as Polly does.
final class SynthesizeSpeech {
    /// What a cut answer promises, and does not keep.
    private static final int CUT_LENGTH = 100_000;

    private final Stage stage;
    private final Map<Engine, Quota> quotas;
    private final KnownTones tones = new KnownTones();

    SynthesizeSpeech(Stage stage, Map<Engine, Quota> quotas) {
        this.stage = stage;
        this.quotas = quotas;
    }

    void answer(HttpExchange exchange, byte[] body)
            throws IOException, PollyException, InterruptedException {
        Order order = Order.of(SpeechRequest.parse(body), stage.voices());
        Quota quota = quotas.get(order.engine());
        if (quota == null) {
            perform(exchange, order);
        } else {
            Quota.Permit permit = quota.enter();
            try {
                perform(exchange, order);
            } finally {
                permit.close();
            }
        }
    }

    private void perform(HttpExchange exchange, Order order)
            throws IOException, PollyException, InterruptedException {
        Fate fate = stage.fate();
        switch (fate) {
            case THROTTLED -> throw PollyException.throttled();
            case FAILED -> throw PollyException.failure();
            case SERVED, CUT -> {}
        }
        exchange.getResponseHeaders().set("Content-Type", order.format().mediaType());
        exchange.getResponseHeaders()
                .set("x-amzn-RequestCharacters", Integer.toString(order.script().billed()));
        if (fate == Fate.CUT) {
            exchange.sendResponseHeaders(200, CUT_LENGTH);
            exchange.getResponseBody().write(new byte[CUT_LENGTH / 2]);
            return;
        }
        Performance performance = new Performance(stage.engine(), order.voice(), order.script());
        if (order.format() == Format.JSON) {
            marks(exchange, performance, order);
        } else {
            OutputStream out = new Streamed(exchange);
            if (order.format() == Format.MP3 && stage.engine() instanceof ToneEngine) {
                out.write(tone(performance, order));
            } else {
                sound(out, performance, order, false);
            }
        }
    }

    private static void marks(HttpExchange exchange, Performance performance, Order order)
            throws IOException, InterruptedException {
        byte[] input = order.text().getBytes(StandardCharsets.UTF_8);
        StringBuilder lines = new StringBuilder();
        performance.marks().stream()
                .filter(mark -> order.marks().contains(mark.type()))
                .forEach(mark -> lines.append(mark.line(input)));
        byte[] answer = lines.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] tone(Performance performance, Order order)
            throws IOException, InterruptedException {
        KnownTones.Key key = KnownTones.Key.of(order);
        Optional<byte[]> known = tones.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        sound(mp3, performance, order, true);
        tones.keep(key, mp3.toByteArray());
        return mp3.toByteArray();
    }

    private static void sound(OutputStream out, Performance performance, Order order, boolean quick)
            throws IOException, InterruptedException {
        if (order.format() == Format.PCM) {
            performance.play(order.sampleRate(), samples -> out.write(Pcm.bytes(samples)));
        } else {
            try (Mp3 mp3 = new Mp3(order.sampleRate(), out, quick)) {
                performance.play(order.sampleRate(), mp3);
                mp3.finish();
            }
        }
    }

    /// An answer whose head goes out with its first byte, so that what fails before is still an
    /// error.
    private static final class Streamed extends OutputStream {
        private final HttpExchange exchange;

        Streamed(HttpExchange exchange) {
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
