package io.parler.polly;

import static io.parler.polly.Engine.GENERATIVE;
import static io.parler.polly.Engine.LONG_FORM;
import static io.parler.polly.Engine.NEURAL;
import static io.parler.polly.Engine.STANDARD;

import io.parler.polly.Voice.Persona;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The voices spoken here: one recorded speaker of US English in eight personas, and the languages
/// of espeak-ng where that is installed.
record Voices(List<Voice> all) {
    private static final List<Voice> US_ENGLISH =
            List.of(
                    female("Joanna", new Persona(1, 1, 1), GENERATIVE, NEURAL, STANDARD),
                    male("Matthew", new Persona(.62, 1.16, 1), GENERATIVE, NEURAL, STANDARD),
                    female("Salli", new Persona(1.13, .95, .97), GENERATIVE, NEURAL, STANDARD),
                    male("Joey", new Persona(.72, 1.12, .95), NEURAL, STANDARD),
                    female("Kendra", new Persona(.9, 1.04, 1.04), NEURAL, STANDARD),
                    female("Ivy", new Persona(1.34, .88, 1), NEURAL, STANDARD),
                    female("Danielle", new Persona(.96, 1.02, 1.06), GENERATIVE, LONG_FORM, NEURAL),
                    male("Gregory", new Persona(.54, 1.19, 1.06), LONG_FORM, NEURAL));

    static Voices ofUsEnglish() {
        return new Voices(US_ENGLISH);
    }

    static Voices ofAllLanguages() {
        return new Voices(
                Stream.of(US_ENGLISH, EspeakVoices.read()).flatMap(List::stream).toList());
    }

    Optional<Voice> find(String id) {
        return all.stream().filter(voice -> voice.id().equals(id)).findFirst();
    }

    List<String> ids() {
        return all.stream().map(Voice::id).toList();
    }

    /// Every language of a voice, each once.
    List<Language> languages() {
        return all.stream().flatMap(voice -> voice.languages().stream()).distinct().toList();
    }

    /// Who says what is tagged as of another language: the voice itself where the tag names its own
    /// language, in whatever region, or one that nobody here speaks.
    Voice speaking(String tag, Voice voice) {
        if (voice.language().isSpokenAs(tag)) {
            return voice;
        }
        return languages().stream()
                .filter(language -> language.code().equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> languages().stream().filter(l -> l.isSpokenAs(tag)).findFirst())
                .map(voice::in)
                .orElse(voice);
    }

    private static Voice female(String id, Persona persona, Engine... engines) {
        return new Voice(id, Voice.FEMALE, List.of(Language.US_ENGLISH), List.of(engines), persona);
    }

    private static Voice male(String id, Persona persona, Engine... engines) {
        return new Voice(id, Voice.MALE, List.of(Language.US_ENGLISH), List.of(engines), persona);
    }
}
