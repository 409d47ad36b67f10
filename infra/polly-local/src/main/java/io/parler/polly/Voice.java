package io.parler.polly;

import java.util.List;

/// One voice under Polly's name, with what makes it sound unlike the others.
public record Voice(String id, String gender, List<Engine> engines, Persona persona) {

    /// Factors on the recorded speaker: fundamental frequency, length of the vocal tract, duration.
    public record Persona(double pitch, double tract, double length) {}
}
