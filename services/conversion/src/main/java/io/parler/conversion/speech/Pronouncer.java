package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Applies pronunciation rules to plain text in one pass from left to right. A rule never applies
/// to the replacement of another rule, and never matches across two spans.
public final class Pronouncer {
    private final Pronunciations pronunciations;
    private final String language;
    private final Map<String, Index> indexes = new HashMap<>();

    public Pronouncer(Pronunciations pronunciations, String language) {
        this.pronunciations = pronunciations;
        this.language = language;
    }

    public Words apply(Words words) {
        return pronunciations.rules().isEmpty()
                ? words
                : new Words(words.spans().stream().flatMap(this::apply).toList());
    }

    private Stream<Span> apply(Span span) {
        return switch (span) {
            case Span.Basic basic -> apply(basic, language).map(Span.class::cast);
            case Span.Foreign foreign ->
                    Stream.of(
                            new Span.Foreign(
                                    foreign.language(),
                                    foreign.spans().stream()
                                            .flatMap(basic -> apply(basic, foreign.language()))
                                            .toList()));
        };
    }

    private Stream<Span.Basic> apply(Span.Basic span, String textLanguage) {
        return span instanceof Span.Plain plain
                ? indexes.computeIfAbsent(textLanguage, this::index).split(plain.text()).stream()
                : Stream.of(span);
    }

    private Index index(String textLanguage) {
        return new Index(
                pronunciations.rules().stream()
                        .filter(rule -> rule.appliesTo(textLanguage))
                        .sorted(
                                Comparator.comparingInt((Pronunciation r) -> r.text().length())
                                        .reversed())
                        .collect(Collectors.groupingBy(rule -> folded(rule.text().charAt(0)))));
    }

    /// The same folding as in a case-insensitive [String#regionMatches].
    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// The rules that apply, by their first letter, the longest first.
    private record Index(Map<Character, List<Pronunciation>> rules) {
        List<Span.Basic> split(String text) {
            List<Span.Basic> spans = new ArrayList<>();
            int plainStart = 0;
            int position = 0;
            while (position < text.length()) {
                Optional<Pronunciation> rule = at(position, text);
                if (rule.isEmpty()) {
                    position += Character.charCount(text.codePointAt(position));
                } else {
                    if (plainStart < position) {
                        spans.add(new Span.Plain(text.substring(plainStart, position)));
                    }
                    int end = position + rule.get().text().length();
                    spans.add(rule.get().spanOf(text.substring(position, end)));
                    position = end;
                    plainStart = end;
                }
            }
            if (plainStart < text.length()) {
                spans.add(new Span.Plain(text.substring(plainStart)));
            }
            return spans;
        }

        private Optional<Pronunciation> at(int position, String text) {
            return rules.getOrDefault(folded(text.charAt(position)), List.of()).stream()
                    .filter(rule -> rule.matchesAt(position, text))
                    .findFirst();
        }
    }
}
