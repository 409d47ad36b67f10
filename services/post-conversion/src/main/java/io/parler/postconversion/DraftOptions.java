package io.parler.postconversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The options as the caller sent them: of those we know, each value must be one we know.
public record DraftOptions(Map<String, Object> json) {
    private static final Set<String> MATTERS =
            Set.of("code", "tables", "figures", "footnotes", "urls", "formulas", "quotes", "emoji");
    private static final Set<String> POLICIES = Set.of("read", "announce", "skip");

    private static final Set<String> TIMINGS = Set.of("sentences", "words");

    private static final String RULES = "pronunciations";
    private static final int MOST_RULES = 500;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_ALIAS = 200;
    private static final int LONGEST_LANGUAGE = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    Options check(List<Violation> violations) {
        MATTERS.stream().sorted().forEach(matter -> policy(matter, violations));
        timing(violations);
        rules(violations);
        Options options = new Options(json);
        if (EventSize.isLarge(options)) {
            violations.add(
                    new Violation("/options", "is too large; PUT /v1/pronunciations takes more"));
        }
        return options;
    }

    private void policy(String matter, List<Violation> violations) {
        Object policy = json.get(matter);
        if (policy != null && !(policy instanceof String name && POLICIES.contains(name))) {
            violations.add(new Violation("/options/" + matter, "must be read, announce or skip"));
        }
    }

    private void timing(List<Violation> violations) {
        Object timing = json.get("timing");
        if (timing != null && !(timing instanceof String name && TIMINGS.contains(name))) {
            violations.add(new Violation("/options/timing", "must be sentences or words"));
        }
    }

    private void rules(List<Violation> violations) {
        String pointer = "/options/" + RULES;
        switch (json.get(RULES)) {
            case null -> {}
            case List<?> rules when rules.size() > MOST_RULES ->
                    violations.add(
                            new Violation(pointer, "has more than " + MOST_RULES + " rules"));
            case List<?> rules -> {
                for (int i = 0; i < rules.size(); i++) {
                    new Rule(pointer + "/" + i, violations).check(rules.get(i));
                }
            }
            default -> violations.add(new Violation(pointer, "must be a list of rules"));
        }
    }

    /// One rule of pronunciation, at its place.
    private record Rule(String pointer, List<Violation> violations) {
        void check(@Nullable Object json) {
            if (!(json instanceof Map<?, ?> rule)) {
                wrong("", "must be a rule: a text and its alias, letters or ipa");
                return;
            }
            words("/text", rule.get("text"), LONGEST_TEXT);
            how(rule);
            Object language = rule.get("language");
            if (language != null && !isLanguage(language)) {
                wrong("/language", "must be a language tag such as en-GB");
            }
            flag("/caseSensitive", rule.get("caseSensitive"));
            flag("/wholeWord", rule.get("wholeWord"));
        }

        private void how(Map<?, ?> rule) {
            long ways =
                    Stream.of("alias", "letters", "ipa")
                            .filter(way -> rule.get(way) != null)
                            .count();
            if (ways != 1) {
                wrong("", "must have exactly one of alias, letters and ipa");
            } else if (rule.get("alias") != null) {
                words("/alias", rule.get("alias"), LONGEST_ALIAS);
            } else if (rule.get("ipa") != null) {
                words("/ipa", rule.get("ipa"), LONGEST_TEXT);
            } else if (!Boolean.TRUE.equals(rule.get("letters"))) {
                wrong("/letters", "must be true");
            }
        }

        private void words(String place, @Nullable Object value, int longest) {
            if (!(value instanceof String text) || text.isBlank()) {
                wrong(place, "must be a text");
            } else if (text.codePointCount(0, text.length()) > longest) {
                wrong(place, "is longer than " + longest + " characters");
            } else if (!UTF_8.newEncoder().canEncode(text)) {
                wrong(place, "holds half of a surrogate pair");
            }
        }

        private static boolean isLanguage(Object value) {
            return value instanceof String tag
                    && tag.length() <= LONGEST_LANGUAGE
                    && LANGUAGE.matcher(tag).matches();
        }

        private void flag(String place, @Nullable Object value) {
            if (value != null && !(value instanceof Boolean)) {
                wrong(place, "must be true or false");
            }
        }

        private void wrong(String place, String detail) {
            violations.add(new Violation(pointer + place, detail));
        }
    }
}
