package io.parler.conversion.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Applies pronunciation rules to plain text in one pass from left to right. A rule never applies
/// to the replacement of another rule, and never matches across two spans.
public final class Pronouncer {
    private final Pronunciations pronunciations;
    private final String language;
    private final Map<String, RuleIndex> indexes = new HashMap<>();

    public Pronouncer(Pronunciations pronunciations, String language) {
        this.pronunciations = pronunciations;
        this.language = language;
    }

    public Words apply(Words words) {
        return pronunciations.rules().isEmpty()
                ? words
                : words.replacePlain(
                        language,
                        (text, textLanguage) ->
                                split(text, indexes.computeIfAbsent(textLanguage, this::index)));
    }

    private RuleIndex index(String textLanguage) {
        return new RuleIndex(
                pronunciations.rules().stream()
                        .filter(rule -> rule.appliesTo(textLanguage))
                        .toList());
    }

    private static List<Span.Basic> split(String text, RuleIndex rules) {
        List<Span.Basic> spans = new ArrayList<>();
        int plainStart = 0;
        int position = 0;
        while (position < text.length()) {
            Optional<Pronunciation> rule = rules.at(position, text);
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
}
