package io.parler.conversion.speech;

import java.util.List;
import java.util.stream.Stream;

/// Rules of pronunciation: of those that begin at one place the longest counts, of equal ones the
/// first.
public record Pronunciations(List<Pronunciation> rules) {
    public static final Pronunciations NONE = new Pronunciations(List.of());

    public Pronunciations {
        rules = List.copyOf(rules);
    }

    /// These rules before those.
    public Pronunciations before(Pronunciations others) {
        return new Pronunciations(Stream.concat(rules.stream(), others.rules.stream()).toList());
    }
}
