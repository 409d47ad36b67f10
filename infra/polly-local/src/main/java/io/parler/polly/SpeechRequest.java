package io.parler.polly;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of SynthesizeSpeech as sent, each checked to be of the right kind and no more.
record SpeechRequest(
        @Nullable String engine,
        @Nullable String languageCode,
        List<String> lexiconNames,
        @Nullable String outputFormat,
        @Nullable String sampleRate,
        List<String> speechMarkTypes,
        @Nullable String text,
        @Nullable String textType,
        @Nullable String voiceId) {

    static SpeechRequest parse(byte[] body) throws PollyException {
        Map<String, String> strings = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        try (JsonParser json = Json.FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case VALUE_STRING -> strings.put(name, json.getText());
                    case START_ARRAY -> lists.put(name, strings(json));
                    case START_OBJECT -> json.skipChildren();
                    case VALUE_NULL -> {}
                    default -> {
                        if (json.currentToken().isNumeric() && name.equals("SampleRate")) {
                            throw malformed();
                        }
                    }
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw malformed();
            }
        } catch (JacksonException e) {
            throw malformed();
        } catch (IOException e) {
            throw new IllegalStateException("a byte array cannot fail to be read", e);
        }
        return new SpeechRequest(
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
