package io.parler.polly.voice;

import static io.parler.polly.voice.Engine.GENERATIVE;
import static io.parler.polly.voice.Engine.LONG_FORM;
import static io.parler.polly.voice.Engine.NEURAL;
import static io.parler.polly.voice.Engine.STANDARD;

import io.parler.polly.voice.Voice.Persona;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All voices of this endpoint: one recorded speaker of US English in eight personas, and the
/// voices of espeak-ng if it is installed.
public record VoiceCatalog(List<Voice> voices) {
    private static final List<Voice> US_ENGLISH =
            List.of(
                    female("Joanna", new Persona(1, 1, 1), GENERATIVE, NEURAL, STANDARD),
                    male("Matthew", new Persona(.62, 1.16, 1), GENERATIVE, NEURAL, STANDARD),
                    female("Salli", new Persona(1.13, .95, .97), GENERATIVE, NEURAL, STANDARD),
                    male("Joey", new Persona(.72, 1.12, .95), NEURAL, STANDARD),
                    female("Kendra", new Persona(.9, 1.04, 1.04), NEURAL, STANDARD),
                    female("Ivy", new Persona(1.3, .97, 1), NEURAL, STANDARD),
                    female("Danielle", new Persona(.96, 1.02, 1.06), GENERATIVE, LONG_FORM, NEURAL),
                    male("Gregory", new Persona(.54, 1.19, 1.06), LONG_FORM, NEURAL));

    public static VoiceCatalog ofUsEnglish() {
        return new VoiceCatalog(US_ENGLISH);
    }

    public static VoiceCatalog ofAllLanguages() {
        return new VoiceCatalog(
                Stream.of(US_ENGLISH, EspeakVoiceList.read()).flatMap(List::stream).toList());
    }

    public Optional<Voice> get(String id) {
        return voices.stream().filter(voice -> voice.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return voices.stream().map(Voice::id).toList();
    }

    /// All languages, without duplicates.
    public List<Language> languages() {
        return voices.stream().flatMap(voice -> voice.languages().stream()).distinct().toList();
    }

    /// The voice for text that is tagged with a language: the given voice in that language if there
    /// is one, otherwise, or for another region of its own language, the voice itself.
    public Voice forTag(String tag, Voice voice) {
        if (voice.language().matches(tag)) {
            return voice;
        }
        return languages().stream()
                .filter(language -> language.code().equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> languages().stream().filter(l -> l.matches(tag)).findFirst())
                .map(voice::withLanguage)
                .orElse(voice);
    }

    private static Voice female(String id, Persona persona, Engine... engines) {
        return new Voice(id, Voice.FEMALE, List.of(Language.US_ENGLISH), List.of(engines), persona);
    }

    private static Voice male(String id, Persona persona, Engine... engines) {
        return new Voice(id, Voice.MALE, List.of(Language.US_ENGLISH), List.of(engines), persona);
    }
}
