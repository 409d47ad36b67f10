package io.parler.polly;

import java.util.List;

/// One voice under Polly's name, with what makes it sound unlike the others.
///
/// @param languages the voice's own first; a bilingual voice has another
public record Voice(
        String id, String gender, List<Language> languages, List<Engine> engines, Persona persona) {
    static final String FEMALE = "Female";
    static final String MALE = "Male";

    /// Factors on the recorded speaker: fundamental frequency, length of the vocal tract, duration.
    public record Persona(double pitch, double tract, double length) {
        /// Of an everyday man's voice.
        public static final double MALE_PITCH = .62;
    }

    public Language language() {
        return languages.getFirst();
    }

    public boolean isMale() {
        return gender.equals(MALE);
    }

    /// This voice, or whoever is most like it, speaking another language.
    Voice in(Language other) {
        return new Voice(id, gender, List.of(other), engines, persona);
    }
}
