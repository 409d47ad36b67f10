package io.parler.polly.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of a SynthesizeSpeech request as sent; only their JSON types are checked.
record SynthesizeSpeechInput(
        @Nullable String engine,
        @Nullable String languageCode,
        List<String> lexiconNames,
        @Nullable String outputFormat,
        @Nullable String sampleRate,
        List<String> speechMarkTypes,
        @Nullable String text,
        @Nullable String textType,
        @Nullable String voiceId) {
    private static final Set<String> STRINGS =
            Set.of(
                    "Engine",
                    "LanguageCode",
                    "OutputFormat",
                    "SampleRate",
                    "Text",
                    "TextType",
                    "VoiceId");
    private static final Set<String> LISTS = Set.of("LexiconNames", "SpeechMarkTypes");

    static SynthesizeSpeechInput parse(byte[] body) throws PollyException {
        Map<String, String> strings = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        try (JsonParser json = JsonObject.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && STRINGS.contains(name)) {
                    strings.put(name, json.getText());
                } else if (value == JsonToken.START_ARRAY && LISTS.contains(name)) {
                    lists.put(name, strings(json));
                } else if (value != JsonToken.VALUE_NULL
                        && (STRINGS.contains(name) || LISTS.contains(name))) {
                    throw malformed();
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            throw malformed();
        }
        return new SynthesizeSpeechInput(
                strings.get("Engine"),
                strings.get("LanguageCode"),
                lists.getOrDefault("LexiconNames", List.of()),
                strings.get("OutputFormat"),
                strings.get("SampleRate"),
                lists.getOrDefault("SpeechMarkTypes", List.of()),
                strings.get("Text"),
                strings.get("TextType"),
                strings.get("VoiceId"));
    }

    private static List<String> strings(JsonParser json) throws IOException, PollyException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw malformed();
            }
            values.add(json.getText());
        }
        return values;
    }

    private static PollyException malformed() {
        return new PollyException("SerializationException", "The request body is not valid JSON");
    }
}
