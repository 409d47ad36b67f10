package io.parler.conversion.normalization;

import io.parler.conversion.speech.Span;
import io.parler.conversion.speech.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Gives the words for what a voice would not read right: units, dates, abbreviations, code. The
/// written text stays as it is. Text in a language without rules is not changed.
public final class Normalizer {
    private final String language;
    private final Map<String, RuleSet> rules = new HashMap<>();

    public Normalizer(String language) {
        this.language = language;
    }

    public Words apply(Words words) {
        return words.replacePlain(language, this::spans);
    }

    private List<Span.Basic> spans(String text, String textLanguage) {
        RuleSet set = rules.computeIfAbsent(textLanguage, RuleSet::forLanguage);
        return set.groups().isEmpty() ? List.of(new Span.Plain(text)) : spans(text, set);
    }

    private static List<Span.Basic> spans(String text, RuleSet set) {
        Replacements replacements = new Replacements(text);
        for (RuleGroup group : set.groups()) {
            if (group.mayMatch(text)) {
                group.rules().forEach(rule -> find(rule, text, set.locale(), replacements));
            }
        }
        return replacements.spans();
    }

    /// A match that overlaps that of an earlier rule is passed over.
    private static void find(Rule rule, String text, Locale locale, Replacements replacements) {
        Matcher match = rule.pattern().matcher(text);
        boolean found = match.find();
        while (found) {
            int overlap = replacements.overlapEnd(match.start(), match.end());
            if (overlap < 0) {
                add(match, rule.spoken().apply(new Found(match, text, locale)), replacements);
                found = match.find();
            } else {
                found = match.find(Math.max(overlap, match.start() + 1));
            }
        }
    }

    private static void add(Matcher match, @Nullable String spoken, Replacements replacements) {
        if (spoken == null || match.end() == match.start()) {
            return;
        }
        if (spoken.equals(Rule.AS_WRITTEN)) {
            replacements.leave(match.start(), match.end());
        } else {
            replacements.replace(match.start(), match.end(), spoken);
        }
    }
}
