package io.parler.polly;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /v1/voices`: all voices fit one page, so there is no NextToken to give.
final class DescribeVoices {
    private DescribeVoices() {}

    static String answer(@Nullable String query, Voices all) throws PollyException {
        Map<String, String> parameters = parameters(query);
        String engine = parameters.get("Engine");
        String language = parameters.get("LanguageCode");
        if (parameters.containsKey("NextToken")) {
            throw new PollyException("InvalidNextTokenException", "The NextToken is invalid");
        }
        List<String> engines = Arrays.stream(Engine.values()).map(Engine::wire).toList();
        allowed("engine", engine, engines);
        allowed("languageCode", language, Order.languages(all));
        boolean bilingual = "true".equals(parameters.get("IncludeAdditionalLanguageCodes"));
        List<Voice> voices =
                all.all().stream()
                        .filter(voice -> language == null || speaks(voice, language, bilingual))
                        .filter(voice -> engine == null || wires(voice).contains(engine))
                        .toList();
        return Json.object(
                json -> {
                    json.writeArrayFieldStart("Voices");
                    for (Voice voice : voices) {
                        write(json, voice);
                    }
                    json.writeEndArray();
                });
    }

    private static boolean speaks(Voice voice, String language, boolean bilingual) {
        return (bilingual ? voice.languages() : List.of(voice.language()))
                .stream().anyMatch(spoken -> spoken.code().equals(language));
    }

    private static void allowed(String field, @Nullable String value, List<String> allowed)
            throws PollyException {
        if (value != null && !allowed.contains(value)) {
            throw PollyException.validation(
                    "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                            .formatted(value, field, allowed));
        }
    }

    private static void write(JsonGenerator json, Voice voice) throws IOException {
        json.writeStartObject();
        if (voice.languages().size() > 1) {
            json.writeArrayFieldStart("AdditionalLanguageCodes");
            for (Language language : voice.languages().subList(1, voice.languages().size())) {
                json.writeString(language.code());
            }
            json.writeEndArray();
        }
        json.writeStringField("Gender", voice.gender());
        json.writeStringField("Id", voice.id());
        json.writeStringField("LanguageCode", voice.language().code());
        json.writeStringField("LanguageName", voice.language().name());
        json.writeStringField("Name", voice.id());
        json.writeArrayFieldStart("SupportedEngines");
        for (String engine : wires(voice)) {
            json.writeString(engine);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<String> wires(Voice voice) {
        return voice.engines().stream().map(Engine::wire).toList();
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
