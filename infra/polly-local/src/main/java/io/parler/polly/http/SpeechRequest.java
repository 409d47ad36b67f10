package io.parler.polly.http;

import io.parler.polly.ssml.InvalidSsmlException;
import io.parler.polly.ssml.SsmlParser;
import io.parler.polly.synthesis.SpeechMark;
import io.parler.polly.text.PlainTextParser;
import io.parler.polly.text.Script;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.Language;
import io.parler.polly.voice.Voice;
import io.parler.polly.voice.VoiceCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A valid SynthesizeSpeech request: each field is known and within the limits, and all are
/// consistent.
record SpeechRequest(
        String text,
        Voice voice,
        Engine engine,
        Script script,
        Format format,
        int sampleRate,
        Set<SpeechMark.Type> marks) {
    private static final int MAX_CHARACTERS = 6_000;
    private static final int MAX_BILLED_CHARACTERS = 3_000;
    private static final List<String> COMPRESSED_RATES =
            List.of("8000", "16000", "22050", "24000", "44100", "48000");
    private static final List<String> PCM_RATES = List.of("8000", "16000");
    private static final int DEFAULT_PCM_RATE = 16_000;
    private static final List<String> FORMATS =
            List.of("json", "mp3", "ogg_opus", "ogg_vorbis", "pcm", "mulaw", "alaw");
    private static final List<String> LANGUAGES =
            List.of(
                    ("arb cmn-CN cy-GB da-DK de-DE en-AU en-GB en-GB-WLS en-IN en-US es-ES es-MX es-US"
                                    + " fr-CA fr-FR is-IS it-IT ja-JP hi-IN ko-KR nb-NO nl-NL pl-PL pt-BR"
                                    + " pt-PT ro-RO ru-RU sv-SE tr-TR en-NZ en-ZA ca-ES de-AT yue-CN ar-AE"
                                    + " fi-FI en-IE nl-BE fr-BE cs-CZ de-CH en-SG")
                            .split(" ", -1));

    /// The output formats that this endpoint has, with their media types.
    enum Format {
        MP3("audio/mpeg"),
        PCM("audio/pcm"),
        JSON("application/x-json-stream");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /// Validates in Polly's order: each field by itself, the length of the text, then the
    /// combination.
    static SpeechRequest validate(SynthesizeSpeechInput input, VoiceCatalog voices)
            throws PollyException {
        validateFields(input, voices);
        String text = present(input.text());
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw tooLong();
        }
        Voice voice = voices.get(present(input.voiceId())).orElseThrow();
        Engine engine =
                input.engine() == null
                        ? Engine.STANDARD
                        : Engine.ofCode(input.engine()).orElseThrow();
        if (!voice.engines().contains(engine)) {
            throw new PollyException(
                    "EngineNotSupportedException",
                    "This voice does not support the selected engine: " + engine.code());
        }
        if (input.languageCode() != null) {
            voice = inLanguage(voice, input.languageCode());
        }
        if (!input.lexiconNames().isEmpty()) {
            throw new PollyException(
                    "LexiconNotFoundException",
                    404,
                    "Lexicon not found: " + input.lexiconNames().getFirst());
        }
        Format format = format(present(input.outputFormat()));
        boolean ssml = "ssml".equals(input.textType());
        Set<SpeechMark.Type> marks = marks(input.speechMarkTypes(), format, ssml);
        int sampleRate = sampleRate(input.sampleRate(), format, engine);
        Script script =
                ssml
                        ? parseSsml(text, voice.language(), engine)
                        : PlainTextParser.parse(text, voice.language());
        if (script.billedCharacters() > MAX_BILLED_CHARACTERS) {
            throw tooLong();
        }
        return new SpeechRequest(text, voice, engine, script, format, sampleRate, marks);
    }

    private static Script parseSsml(String text, Language language, Engine engine)
            throws PollyException {
        try {
            return SsmlParser.parse(text, language, engine);
        } catch (InvalidSsmlException e) {
            throw new PollyException("InvalidSsmlException", String.valueOf(e.getMessage()));
        }
    }

    /// The valid language codes: Polly's own, and those of the voices here.
    static List<String> languageCodes(VoiceCatalog voices) {
        return Stream.concat(LANGUAGES.stream(), voices.languages().stream().map(Language::code))
                .distinct()
                .toList();
    }

    private static Voice inLanguage(Voice voice, String code) throws PollyException {
        return voice.languages().stream()
                .filter(language -> language.code().equals(code))
                .findFirst()
                .map(voice::withLanguage)
                .orElseThrow(
                        () ->
                                new PollyException(
                                        "LanguageNotSupportedException",
                                        "The voice " + voice.id() + " does not speak " + code));
    }

    private static void validateFields(SynthesizeSpeechInput input, VoiceCatalog voices)
            throws PollyException {
        List<String> errors = new ArrayList<>();
        List<String> engines = Arrays.stream(Engine.values()).map(Engine::code).toList();
        required(errors, "voiceId", input.voiceId(), voices.ids());
        required(errors, "outputFormat", input.outputFormat(), FORMATS);
        if (input.text() == null) {
            errors.add(nullValue("text"));
        }
        optional(errors, "engine", input.engine(), engines);
        optional(errors, "languageCode", input.languageCode(), languageCodes(voices));
        optional(errors, "textType", input.textType(), List.of("ssml", "text"));
        for (String mark : input.speechMarkTypes()) {
            optional(
                    errors, "speechMarkTypes", mark, List.of("sentence", "ssml", "viseme", "word"));
        }
        if (!errors.isEmpty()) {
            throw PollyException.validation(
                    errors.size()
                            + (errors.size() == 1 ? " validation error" : " validation errors")
                            + " detected: "
                            + String.join("; ", errors));
        }
    }

    private static void required(
            List<String> errors, String field, @Nullable String value, List<String> allowed) {
        if (value == null) {
            errors.add(nullValue(field));
        } else {
            optional(errors, field, value, allowed);
        }
    }

    private static void optional(
            List<String> errors, String field, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            errors.add(
                    "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                            .formatted(value, field, allowed));
        }
    }

    private static String nullValue(String field) {
        return "Value null at '%s' failed to satisfy constraint: Member must not be null"
                .formatted(field);
    }

    private static String present(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("a required field was not validated");
        }
        return value;
    }

    private static Format format(String name) throws PollyException {
        return switch (name) {
            case "mp3" -> Format.MP3;
            case "pcm" -> Format.PCM;
            case "json" -> Format.JSON;
            default ->
                    throw PollyException.validation(
                            "Output format not supported by this endpoint: " + name);
        };
    }

    private static Set<SpeechMark.Type> marks(List<String> types, Format format, boolean ssml)
            throws PollyException {
        if (format != Format.JSON && !types.isEmpty()) {
            throw new PollyException(
                    "MarksNotSupportedForFormatException",
                    "Speech marks are only available for content in json format");
        }
        if (format == Format.JSON && types.isEmpty()) {
            throw PollyException.validation("Speech mark types are required for json output");
        }
        if (types.contains("viseme")) {
            throw PollyException.validation("Viseme marks are not supported by this endpoint");
        }
        if (types.contains("ssml") && !ssml) {
            throw new PollyException(
                    "SsmlMarksNotSupportedForTextTypeException",
                    "SSML speech marks are not supported for plain text-type input");
        }
        Set<SpeechMark.Type> marks = EnumSet.noneOf(SpeechMark.Type.class);
        types.forEach(type -> marks.add(SpeechMark.Type.valueOf(type.toUpperCase(Locale.ROOT))));
        return marks;
    }

    private static int sampleRate(@Nullable String rate, Format format, Engine engine)
            throws PollyException {
        if (rate == null) {
            return format == Format.PCM ? DEFAULT_PCM_RATE : engine.defaultSampleRate();
        }
        List<String> rates = format == Format.PCM ? PCM_RATES : COMPRESSED_RATES;
        if (!rates.contains(rate)) {
            throw new PollyException(
                    "InvalidSampleRateException",
                    "Unsupported sample rate %s; for this output format it is one of %s"
                            .formatted(rate, rates));
        }
        return Integer.parseInt(rate);
    }

    private static PollyException tooLong() {
        return new PollyException(
                "TextLengthExceededException", "Maximum text length has been exceeded");
    }
}
