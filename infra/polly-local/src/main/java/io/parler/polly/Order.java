package io.parler.polly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request that Polly would accept: every field known, within the limits, and agreeing with the
/// others.
record Order(
        String text,
        Voice voice,
        Engine engine,
        Script script,
        Format format,
        int sampleRate,
        Set<MarkType> marks) {
    private static final int MOST_CHARACTERS = 6_000;
    private static final int MOST_BILLED = 3_000;
    private static final List<String> COMPRESSED_RATES =
            List.of("8000", "16000", "22050", "24000", "44100", "48000");
    private static final List<String> PCM_RATES = List.of("8000", "16000");
    private static final int PCM_RATE = 16_000;
    private static final List<String> FORMATS =
            List.of("json", "mp3", "ogg_opus", "ogg_vorbis", "pcm", "mulaw", "alaw");
    private static final List<String> LANGUAGES =
            List.of(
                    ("arb cmn-CN cy-GB da-DK de-DE en-AU en-GB en-GB-WLS en-IN en-US es-ES es-MX es-US"
                                    + " fr-CA fr-FR is-IS it-IT ja-JP hi-IN ko-KR nb-NO nl-NL pl-PL pt-BR"
                                    + " pt-PT ro-RO ru-RU sv-SE tr-TR en-NZ en-ZA ca-ES de-AT yue-CN ar-AE"
                                    + " fi-FI en-IE nl-BE fr-BE cs-CZ de-CH en-SG")
                            .split(" ", -1));

    /// What is spoken here of Polly's output formats, and how each is labelled.
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

    /// What a speech mark can tell of.
    enum MarkType {
        SENTENCE,
        SSML,
        WORD
    }

    /// Checks the request in Polly's order: the fields each alone, the text's length, then what
    /// they mean together.
    static Order of(SpeechRequest request, Voices voices) throws PollyException {
        fields(request, voices);
        String text = given(request.text());
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw tooLong();
        }
        Voice voice = voices.find(given(request.voiceId())).orElseThrow();
        Engine engine =
                request.engine() == null
                        ? Engine.STANDARD
                        : Engine.of(request.engine()).orElseThrow();
        if (!voice.engines().contains(engine)) {
            throw new PollyException(
                    "EngineNotSupportedException",
                    "This voice does not support the selected engine: " + engine.wire());
        }
        if (request.languageCode() != null) {
            voice = speaking(voice, request.languageCode());
        }
        if (!request.lexiconNames().isEmpty()) {
            throw new PollyException(
                    "LexiconNotFoundException",
                    404,
                    "Lexicon not found: " + request.lexiconNames().getFirst());
        }
        Format format = format(given(request.outputFormat()));
        boolean ssml = "ssml".equals(request.textType());
        Set<MarkType> marks = marks(request.speechMarkTypes(), format, ssml);
        int sampleRate = sampleRate(request.sampleRate(), format, engine);
        Script script =
                ssml
                        ? Ssml.read(text, voice.language(), engine)
                        : PlainText.read(text, voice.language());
        if (script.billed() > MOST_BILLED) {
            throw tooLong();
        }
        return new Order(text, voice, engine, script, format, sampleRate, marks);
    }

    /// What a LanguageCode may be: Polly's, and those of the voices here.
    static List<String> languages(Voices voices) {
        return Stream.concat(LANGUAGES.stream(), voices.languages().stream().map(Language::code))
                .distinct()
                .toList();
    }

    private static Voice speaking(Voice voice, String code) throws PollyException {
        return voice.languages().stream()
                .filter(language -> language.code().equals(code))
                .findFirst()
                .map(voice::in)
                .orElseThrow(
                        () ->
                                new PollyException(
                                        "LanguageNotSupportedException",
                                        "The voice " + voice.id() + " does not speak " + code));
    }

    private static void fields(SpeechRequest request, Voices voices) throws PollyException {
        List<String> errors = new ArrayList<>();
        List<String> engines = Arrays.stream(Engine.values()).map(Engine::wire).toList();
        required(errors, "voiceId", request.voiceId(), voices.ids());
        required(errors, "outputFormat", request.outputFormat(), FORMATS);
        if (request.text() == null) {
            errors.add(missing("text"));
        }
        optional(errors, "engine", request.engine(), engines);
        optional(errors, "languageCode", request.languageCode(), languages(voices));
        optional(errors, "textType", request.textType(), List.of("ssml", "text"));
        for (String mark : request.speechMarkTypes()) {
            optional(
                    errors, "speechMarkTypes", mark, List.of("sentence", "ssml", "viseme", "word"));
        }
        if (!errors.isEmpty()) {
            throw PollyException.validation(
                    String.format(
                            Locale.ROOT,
                            "%d validation error%s detected: %s",
                            errors.size(),
                            errors.size() == 1 ? "" : "s",
                            String.join("; ", errors)));
        }
    }

    private static void required(
            List<String> errors, String field, @Nullable String value, List<String> allowed) {
        if (value == null) {
            errors.add(missing(field));
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

    private static String missing(String field) {
        return "Value null at '%s' failed to satisfy constraint: Member must not be null"
                .formatted(field);
    }

    private static String given(@Nullable String checked) {
        if (checked == null) {
            throw new IllegalStateException("a required field was not checked");
        }
        return checked;
    }

    private static Format format(String wire) throws PollyException {
        return switch (wire) {
            case "mp3" -> Format.MP3;
            case "pcm" -> Format.PCM;
            case "json" -> Format.JSON;
            default ->
                    throw PollyException.validation(
                            "Output format not supported by this endpoint: " + wire);
        };
    }

    private static Set<MarkType> marks(List<String> types, Format format, boolean ssml)
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
        Set<MarkType> marks = EnumSet.noneOf(MarkType.class);
        types.forEach(type -> marks.add(MarkType.valueOf(type.toUpperCase(Locale.ROOT))));
        return marks;
    }

    private static int sampleRate(@Nullable String wire, Format format, Engine engine)
            throws PollyException {
        if (wire == null) {
            return format == Format.PCM ? PCM_RATE : engine.sampleRate();
        }
        List<String> rates = format == Format.PCM ? PCM_RATES : COMPRESSED_RATES;
        if (!rates.contains(wire)) {
            throw new PollyException(
                    "InvalidSampleRateException",
                    "Unsupported sample rate %s; for this output format it is one of %s"
                            .formatted(wire, rates));
        }
        return Integer.parseInt(wire);
    }

    private static PollyException tooLong() {
        return new PollyException(
                "TextLengthExceededException", "Maximum text length has been exceeded");
    }
}
