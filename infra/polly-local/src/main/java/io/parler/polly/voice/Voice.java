package io.parler.polly.voice;

import java.util.List;

/// A voice with Polly's name, and the parameters that make it distinct.
///
/// @param languages the main one first; a bilingual voice has two
public record Voice(
        String id, String gender, List<Language> languages, List<Engine> engines, Persona persona) {
    static final String FEMALE = "Female";
    static final String MALE = "Male";

    /// Factors on the recorded speaker.
    ///
    /// @param pitch on the fundamental frequency
    /// @param tract on the length of the vocal tract
    /// @param length on the duration
    public record Persona(double pitch, double tract, double length) {
        /// The pitch of an average male voice.
        public static final double MALE_PITCH = .62;
    }

    public Language language() {
        return languages.getFirst();
    }

    public boolean isMale() {
        return gender.equals(MALE);
    }

    /// This voice in another language.
    public Voice withLanguage(Language other) {
        return new Voice(id, gender, List.of(other), engines, persona);
    }
}
