package io.parler.polly.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.parler.polly.http.FaultInjection.Outcome;
import io.parler.polly.synthesis.Synthesizer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// The settings behind `GET` and `PUT /engine`: which synthesizer is used, and which faults are
/// injected.
public final class EngineSettings implements AutoCloseable {
    private final Function<String, Synthesizer> factory;

    /// A synthesizer is created once and reused: loading MaryTTS takes a second.
    private final Map<String, Synthesizer> synthesizers = new ConcurrentHashMap<>();

    private volatile String name;
    private volatile FaultInjection faults;
    private final AtomicLong calls = new AtomicLong();

    /// @param name of the synthesizer to start with
    /// @param factory creates a synthesizer by its name; throws an IllegalArgumentException when
    ///     there is none of that name
    public EngineSettings(
            String name, FaultInjection faults, Function<String, Synthesizer> factory) {
        this.factory = factory;
        this.name = name;
        this.faults = faults;
        synthesizers.computeIfAbsent(name, factory);
    }

    Synthesizer synthesizer() {
        return synthesizers.computeIfAbsent(name, factory);
    }

    @Override
    public void close() {
        synthesizers.values().forEach(Synthesizer::close);
    }

    /// The outcome of the next call; returns when the injected latency has passed.
    Outcome nextOutcome() throws InterruptedException {
        FaultInjection current = faults;
        Outcome outcome = current.outcome(calls.getAndIncrement());
        if (current.latencyMillis() > 0) {
            Thread.sleep(Duration.ofMillis(current.latencyMillis()));
        }
        return outcome;
    }

    String toJson() {
        FaultInjection current = faults;
        return JsonObject.write(
                json -> {
                    json.writeStringField("engine", name);
                    json.writeBooleanField("ready", synthesizer().isReady());
                    json.writeNumberField("latencyMillis", current.latencyMillis());
                    json.writeNumberField("throttleRate", current.throttleRate());
                    json.writeNumberField("failureRate", current.failureRate());
                    json.writeNumberField("cutRate", current.cutRate());
                    json.writeNumberField("seed", current.seed());
                });
    }

    /// Replaces the settings by those of a JSON object as [#toJson] writes it. A field that is left
    /// out keeps the engine and injects no fault. The count of calls starts again.
    void update(byte[] body) throws PollyException {
        String newName = name;
        int latency = 0;
        double throttle = 0;
        double failure = 0;
        double cut = 0;
        long seed = 1;
        try (JsonParser json = JsonObject.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw PollyException.validation("the body must be a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "engine" -> newName = json.getText();
                    case "latencyMillis" -> latency = json.getIntValue();
                    case "throttleRate" -> throttle = json.getDoubleValue();
                    case "failureRate" -> failure = json.getDoubleValue();
                    case "cutRate" -> cut = json.getDoubleValue();
                    case "seed" -> seed = json.getLongValue();
                    case "ready" -> {}
                    default -> throw PollyException.validation("unknown setting: " + field);
                }
            }
            FaultInjection newFaults = new FaultInjection(latency, throttle, failure, cut, seed);
            synthesizers.computeIfAbsent(newName, factory);
            name = newName;
            faults = newFaults;
            calls.set(0);
        } catch (IOException | IllegalArgumentException e) {
            throw PollyException.validation(String.valueOf(e.getMessage()));
        }
    }
}
