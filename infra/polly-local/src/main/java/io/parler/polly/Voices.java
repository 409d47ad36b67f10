package io.parler.polly;

import static io.parler.polly.Engine.GENERATIVE;
import static io.parler.polly.Engine.LONG_FORM;
import static io.parler.polly.Engine.NEURAL;
import static io.parler.polly.Engine.STANDARD;

import io.parler.polly.Voice.Persona;
import java.util.List;
import java.util.Optional;

/// The voices spoken here: one recorded speaker of US English in eight personas.
final class Voices {
    static final String LANGUAGE_CODE = "en-US";
    static final String LANGUAGE_NAME = "US English";

    static final List<Voice> ALL =
            List.of(
                    female("Joanna", new Persona(1, 1, 1), GENERATIVE, NEURAL, STANDARD),
                    male("Matthew", new Persona(.62, 1.16, 1), GENERATIVE, NEURAL, STANDARD),
                    female("Salli", new Persona(1.13, .95, .97), GENERATIVE, NEURAL, STANDARD),
                    male("Joey", new Persona(.72, 1.12, .95), NEURAL, STANDARD),
                    female("Kendra", new Persona(.9, 1.04, 1.04), NEURAL, STANDARD),
                    female("Ivy", new Persona(1.34, .88, 1), NEURAL, STANDARD),
                    female("Danielle", new Persona(.96, 1.02, 1.06), GENERATIVE, LONG_FORM, NEURAL),
                    male("Gregory", new Persona(.54, 1.19, 1.06), LONG_FORM, NEURAL));

    private Voices() {}

    static Optional<Voice> find(String id) {
        return ALL.stream().filter(voice -> voice.id().equals(id)).findFirst();
    }

    private static Voice female(String id, Persona persona, Engine... engines) {
        return new Voice(id, "Female", List.of(engines), persona);
    }

    private static Voice male(String id, Persona persona, Engine... engines) {
        return new Voice(id, "Male", List.of(engines), persona);
    }
}
