package io.parler.conversion.speech;

import java.util.List;
import java.util.stream.Stream;

/// A list of pronunciation rules. If several match at one position, the longest applies; of
/// equally long ones, the first.
public record Pronunciations(List<Pronunciation> rules) {
    public static final Pronunciations NONE = new Pronunciations(List.of());

    public Pronunciations {
        rules = List.copyOf(rules);
    }

    /// These rules, followed by the others.
    public Pronunciations before(Pronunciations others) {
        return new Pronunciations(Stream.concat(rules.stream(), others.rules.stream()).toList());
    }
}
