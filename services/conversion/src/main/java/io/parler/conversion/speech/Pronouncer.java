package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Applies rules of pronunciation to what is plain in a text, in one pass from left to right: none
/// applies to what another one says, none reaches across the border of a span.
public final class Pronouncer {
    private final Pronunciations pronunciations;
    private final String language;
    private final Map<String, Index> indexes = new HashMap<>();

    public Pronouncer(Pronunciations pronunciations, String language) {
        this.pronunciations = pronunciations;
        this.language = language;
    }

    public Words of(Words words) {
        return pronunciations.rules().isEmpty()
                ? words
                : new Words(words.spans().stream().flatMap(this::applied).toList());
    }

    private Stream<Span> applied(Span span) {
        return switch (span) {
            case Span.Basic said -> applied(said, language).map(Span.class::cast);
            case Span.Foreign foreign ->
                    Stream.of(
                            new Span.Foreign(
                                    foreign.language(),
                                    foreign.spans().stream()
                                            .flatMap(said -> applied(said, foreign.language()))
                                            .toList()));
        };
    }

    private Stream<Span.Basic> applied(Span.Basic span, String spoken) {
        return span instanceof Span.Plain plain
                ? indexes.computeIfAbsent(spoken, this::index).split(plain.text()).stream()
                : Stream.of(span);
    }

    private Index index(String spoken) {
        return new Index(
                pronunciations.rules().stream()
                        .filter(rule -> rule.holdsIn(spoken))
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
        List<Span.Basic> split(String text) {
            List<Span.Basic> spans = new ArrayList<>();
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
