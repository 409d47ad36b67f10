package io.parler.polly;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.parler.polly.Faults.Fate;
import io.parler.polly.espeak.EspeakEngine;
import io.parler.polly.mary.MaryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Which engine speaks, and what goes wrong on purpose; both can be changed while it runs.
final class Stage implements AutoCloseable {
    private final Optional<Path> espeak;
    private final Voices voices;
    private final Map<String, SpeechEngine> engines = new ConcurrentHashMap<>();
    private volatile SpeechEngine engine;
    private volatile Faults faults;
    private final AtomicLong calls = new AtomicLong();

    /// @param espeak the shared library of espeak-ng, where it is installed
    Stage(String engine, Faults faults, Optional<Path> espeak) {
        this.espeak = espeak;
        voices = espeak.isPresent() ? Voices.ofAllLanguages() : Voices.ofUsEnglish();
        this.engine = named(engine);
        this.faults = faults;
    }

    SpeechEngine engine() {
        return engine;
    }

    Voices voices() {
        return voices;
    }

    @Override
    public void close() {
        engines.values().forEach(SpeechEngine::close);
    }

    /// How the next call fares, once its latency has passed.
    Fate fate() throws InterruptedException {
        Faults now = faults;
        Fate fate = now.fate(calls.getAndIncrement());
        if (now.latencyMillis() > 0) {
            Thread.sleep(Duration.ofMillis(now.latencyMillis()));
        }
        return fate;
    }

    String describe() {
        Faults now = faults;
        return Json.object(
                json -> {
                    json.writeStringField("engine", name(engine));
                    json.writeBooleanField("ready", engine.isReady());
                    json.writeNumberField("latencyMillis", now.latencyMillis());
                    json.writeNumberField("throttleRate", now.throttleRate());
                    json.writeNumberField("failureRate", now.failureRate());
                    json.writeNumberField("cutRate", now.cutRate());
                    json.writeNumberField("seed", now.seed());
                });
    }

    /// Takes what `describe` gives; what is left out is as it was at the start: no fault. Calls are
    /// counted anew.
    void change(byte[] body) throws PollyException {
        String name = name(engine);
        int latency = 0;
        double throttle = 0;
        double failure = 0;
        double cut = 0;
        long seed = 1;
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw PollyException.validation("an object is needed");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "engine" -> name = json.getText();
                    case "latencyMillis" -> latency = json.getIntValue();
                    case "throttleRate" -> throttle = json.getDoubleValue();
                    case "failureRate" -> failure = json.getDoubleValue();
                    case "cutRate" -> cut = json.getDoubleValue();
                    case "seed" -> seed = json.getLongValue();
                    case "ready" -> {}
                    default -> throw PollyException.validation("no such setting: " + field);
                }
            }
            Faults changed = new Faults(latency, throttle, failure, cut, seed);
            if (!name.equals(name(engine))) {
                engine = named(name);
            }
            faults = changed;
            calls.set(0);
        } catch (IOException | IllegalArgumentException e) {
            throw PollyException.validation(String.valueOf(e.getMessage()));
        }
    }

    private static String name(SpeechEngine engine) {
        return engine instanceof ToneEngine ? "tone" : "mary";
    }

    private SpeechEngine speaking() {
        SpeechEngine mary = new MaryEngine();
        return espeak.<SpeechEngine>map(
                        library -> new Polyglot(mary, new EspeakEngine(library), voices))
                .orElse(mary);
    }

    /// An engine once made is kept: MaryTTS is loaded no more than once.
    private SpeechEngine named(String name) {
        return engines.computeIfAbsent(
                name,
                wanted ->
                        switch (wanted) {
                            case "mary" -> speaking();
                            case "tone" -> new ToneEngine();
                            default ->
                                    throw new IllegalArgumentException(
                                            "an engine is mary or tone, not " + wanted);
                        });
    }
}
