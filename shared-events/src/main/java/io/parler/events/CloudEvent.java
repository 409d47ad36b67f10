package io.parler.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.parler.id.ConversionId;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event in CloudEvents 1.0's JSON format (structured mode), with the correlation id as the
/// extension attribute `correlationid`. `subject` is the conversion's id.
public record CloudEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String correlationId,
        JsonNode data) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// An event whose data is a record of the producer.
    public static CloudEvent of(
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            @Nullable String correlationId,
            Object data) {
        return new CloudEvent(
                id, source, type, subject, time, correlationId, MAPPER.valueToTree(data));
    }

    public static CloudEvent parse(String json) throws UnreadableEvent {
        JsonNode event;
        try {
            event = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("not JSON", e);
        }
        if (!event.isObject() || !"1.0".equals(event.path("specversion").asText())) {
            throw new UnreadableEvent("not a CloudEvent 1.0");
        }
        JsonNode data = event.get("data");
        if (data == null || !data.isObject()) {
            throw new UnreadableEvent("the event has no data");
        }
        JsonNode correlationId = event.get("correlationid");
        try {
            return new CloudEvent(
                    attribute(event, "id"),
                    attribute(event, "source"),
                    attribute(event, "type"),
                    attribute(event, "subject"),
                    Instant.parse(attribute(event, "time")),
                    correlationId == null || !correlationId.isTextual()
                            ? null
                            : correlationId.asText(),
                    data);
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent("the event's time is not RFC 3339", e);
        }
    }

    private static String attribute(JsonNode event, String name) throws UnreadableEvent {
        JsonNode value = event.get(name);
        if (value == null || !value.isTextual() || value.asText().isEmpty()) {
            throw new UnreadableEvent("the event has no " + name);
        }
        return value.asText();
    }

    /// The conversion that the event is about.
    public ConversionId conversionId() throws UnreadableEvent {
        return ConversionId.parse(subject)
                .orElseThrow(() -> new UnreadableEvent("the subject is not a conversion's id"));
    }

    /// The data as a record of the fields that a consumer needs. All of them are required, except
    /// those that are `@Nullable`.
    public <T> T data(Class<T> type) throws UnreadableEvent {
        Optional<String> missing = RequiredFields.firstMissing(data, type);
        if (missing.isPresent()) {
            throw new UnreadableEvent("the data has no " + missing.get());
        }
        try {
            return MAPPER.treeToValue(data, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnreadableEvent("the data is not that of " + this.type, e);
        }
    }

    public String json() {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
        if (correlationId != null) {
            event.put("correlationid", correlationId);
        }
        event.set("data", data);
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
