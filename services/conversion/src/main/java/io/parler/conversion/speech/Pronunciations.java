package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules of pronunciation, applied in one pass from left to right: none applies to what another
/// one said. Of those that begin at one place the longest counts, of equal ones the first.
public record Pronunciations(List<Pronunciation> rules) {
    public static final Pronunciations NONE = new Pronunciations(List.of());

    public Pronunciations {
        rules = List.copyOf(rules);
    }

    /// These rules before those.
    public Pronunciations before(Pronunciations others) {
        return new Pronunciations(Stream.concat(rules.stream(), others.rules.stream()).toList());
    }

    /// The words with every rule for their language applied to what is plain in them.
    public Words applyTo(Words words, String language) {
        if (rules.isEmpty()) {
            return words;
        }
        return new Words(words.spans().stream().flatMap(span -> applied(span, language)).toList());
    }

    private Stream<Span> applied(Span span, String language) {
        return switch (span) {
            case Span.Plain plain ->
                    in(language).split(plain.text()).stream().map(Span.class::cast);
            case Span.Alias _, Span.Letters _, Span.Phonemes _ -> Stream.of(span);
            case Span.Foreign foreign -> Stream.of(applied(foreign));
        };
    }

    private Span applied(Span.Foreign foreign) {
        Index index = in(foreign.language());
        return new Span.Foreign(
                foreign.language(),
                foreign.spans().stream()
                        .flatMap(
                                span ->
                                        span instanceof Span.Plain plain
                                                ? index.split(plain.text()).stream()
                                                : Stream.of(span))
                        .toList());
    }

    private Index in(String language) {
        return new Index(
                rules.stream()
                        .filter(rule -> rule.holdsIn(language))
                        .sorted(
                                Comparator.comparingInt((Pronunciation r) -> r.text().length())
                                        .reversed())
                        .collect(Collectors.groupingBy(rule -> folded(rule.text().charAt(0)))));
    }

    /// As the comparison that ignores capitals sees it.
    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// The rules that hold, by the letter they begin with, the longest first.
    private record Index(Map<Character, List<Pronunciation>> rules) {
        List<Span.Said> split(String text) {
            List<Span.Said> spans = new ArrayList<>();
            int plain = 0;
            int place = 0;
            while (place < text.length()) {
                Optional<Pronunciation> rule = at(place, text);
                if (rule.isEmpty()) {
                    place += Character.charCount(text.codePointAt(place));
                } else {
                    if (plain < place) {
                        spans.add(new Span.Plain(text.substring(plain, place)));
                    }
                    int end = place + rule.get().text().length();
                    spans.add(rule.get().spanOf(text.substring(place, end)));
                    place = end;
                    plain = end;
                }
            }
            if (plain < text.length()) {
                spans.add(new Span.Plain(text.substring(plain)));
            }
            return spans;
        }

        private Optional<Pronunciation> at(int place, String text) {
            return rules.getOrDefault(folded(text.charAt(place)), List.of()).stream()
                    .filter(rule -> rule.beginsAt(place, text))
                    .findFirst();
        }
    }
}
