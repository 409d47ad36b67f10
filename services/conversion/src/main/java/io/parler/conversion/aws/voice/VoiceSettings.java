package io.parler.conversion.aws.voice;

import io.parler.conversion.aws.Environment;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.elevenlabs.ElevenLabsAccount;
import io.parler.conversion.provider.google.GoogleAccount;
import io.parler.conversion.provider.openai.OpenAiAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the environment tells of voice services beside Polly. All of it may be left open: a service
/// without a key is not there.
public record VoiceSettings(OpenAi openAi, Google google, ElevenLabs elevenLabs) {
    private static final int CALLS_IN_FLIGHT = 8;

    /// What the smallest plans that are paid for allow.
    private static final int ELEVENLABS_CALLS_IN_FLIGHT = 4;

    /// Each `keyParameter` is the name of the parameter that holds the key.
    record OpenAi(
            Optional<String> keyParameter,
            BaseUrl url,
            String model,
            List<String> voices,
            Optional<BigDecimal> price,
            int callsInFlight) {}

    record Google(Optional<String> keyParameter, BaseUrl url) {}

    record ElevenLabs(
            Optional<String> keyParameter,
            BaseUrl url,
            String model,
            Optional<BigDecimal> price,
            int callsInFlight) {}

    public static VoiceSettings from(Map<String, String> variables) {
        Environment read = new Environment(variables);
        return new VoiceSettings(
                new OpenAi(
                        read.readOptional("OPENAI_KEY_PARAMETER"),
                        url(read.readOptional("OPENAI_URL"), OpenAiAccount.PUBLIC),
                        read.readOptional("OPENAI_MODEL").orElse("gpt-4o-mini-tts"),
                        read.readOptional("OPENAI_VOICES")
                                .map(VoiceSettings::list)
                                .orElse(List.of()),
                        read.readOptional("OPENAI_PRICE").map(BigDecimal::new),
                        read.readOptional("OPENAI_CALLS_IN_FLIGHT")
                                .map(Integer::parseInt)
                                .orElse(CALLS_IN_FLIGHT)),
                new Google(
                        read.readOptional("GOOGLE_KEY_PARAMETER"),
                        url(read.readOptional("GOOGLE_URL"), GoogleAccount.PUBLIC)),
                new ElevenLabs(
                        read.readOptional("ELEVENLABS_KEY_PARAMETER"),
                        url(read.readOptional("ELEVENLABS_URL"), ElevenLabsAccount.PUBLIC),
                        read.readOptional("ELEVENLABS_MODEL").orElse("eleven_multilingual_v2"),
                        read.readOptional("ELEVENLABS_PRICE").map(BigDecimal::new),
                        read.readOptional("ELEVENLABS_CALLS_IN_FLIGHT")
                                .map(Integer::parseInt)
                                .orElse(ELEVENLABS_CALLS_IN_FLIGHT)));
    }

    List<String> keyParameters() {
        return Stream.of(openAi.keyParameter(), google.keyParameter(), elevenLabs.keyParameter())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static BaseUrl url(Optional<String> given, BaseUrl usual) {
        return given.map(BaseUrl::new).orElse(usual);
    }

    private static List<String> list(String names) {
        return Stream.of(names.split(",", -1))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }
}
