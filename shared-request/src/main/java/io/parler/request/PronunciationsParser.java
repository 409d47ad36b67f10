package io.parler.request;

import io.parler.language.LanguageTag;
import io.parler.problem.FieldError;
import io.parler.request.PronunciationRule.Pronounced;
import io.parler.text.TextCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Validates a list of pronunciation rules, of a request or of an account.
public final class PronunciationsParser {
    private static final int MAX_RULES = 500;
    private static final int MAX_TEXT = 100;
    private static final int MAX_ALIAS = 200;

    private final List<FieldError> errors;

    /// Every invalid field is added to `errors`.
    public PronunciationsParser(List<FieldError> errors) {
        this.errors = errors;
    }

    /// The rules that are valid.
    ///
    /// @param pointer of the list
    public List<PronunciationRule> parse(String pointer, @Nullable Object json) {
        if (json == null) {
            return List.of();
        }
        if (!(json instanceof List<?> list)) {
            error(pointer, "must be a list of rules");
            return List.of();
        }
        if (list.size() > MAX_RULES) {
            error(pointer, "has more than " + MAX_RULES + " rules");
            return List.of();
        }
        List<PronunciationRule> rules = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            rule(pointer + "/" + i, list.get(i)).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<PronunciationRule> rule(String pointer, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> rule)) {
            error(pointer, "must be a rule: a text and its alias, letters or ipa");
            return Optional.empty();
        }
        Optional<String> text = text(pointer + "/text", rule.get("text"), MAX_TEXT);
        Optional<Pronounced> pronounced = pronounced(pointer, rule);
        Optional<String> language = language(pointer + "/language", rule.get("language"));
        boolean caseSensitive = flag(pointer + "/caseSensitive", rule.get("caseSensitive"), false);
        boolean wholeWord = flag(pointer + "/wholeWord", rule.get("wholeWord"), true);
        return text.flatMap(
                written ->
                        pronounced.map(
                                spoken ->
                                        new PronunciationRule(
                                                written,
                                                spoken,
                                                language,
                                                caseSensitive,
                                                wholeWord)));
    }

    private Optional<Pronounced> pronounced(String pointer, Map<?, ?> rule) {
        Object alias = rule.get("alias");
        Object letters = rule.get("letters");
        Object ipa = rule.get("ipa");
        if (Stream.of("alias", "letters", "ipa").filter(way -> rule.get(way) != null).count()
                != 1) {
            error(pointer, "must have exactly one of alias, letters and ipa");
            return Optional.empty();
        }
        if (alias != null) {
            return text(pointer + "/alias", alias, MAX_ALIAS).map(Pronounced.Alias::new);
        }
        if (ipa != null) {
            return text(pointer + "/ipa", ipa, MAX_TEXT).map(Pronounced.Ipa::new);
        }
        if (!Boolean.TRUE.equals(letters)) {
            error(pointer + "/letters", "must be true");
            return Optional.empty();
        }
        return Optional.of(new Pronounced.Letters());
    }

    private Optional<String> text(String pointer, @Nullable Object value, int max) {
        if (!(value instanceof String sent) || Texts.isBlank(sent)) {
            error(pointer, "must be a text");
            return Optional.empty();
        }
        String text = TextCharacters.cleaned(sent);
        Optional<String> error = Texts.error(text, max);
        error.ifPresent(detail -> error(pointer, detail));
        return error.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> language(String pointer, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String tag && LanguageTag.isValid(tag)) {
            return Optional.of(LanguageTag.current(tag));
        }
        error(pointer, Texts.INVALID_LANGUAGE);
        return Optional.empty();
    }

    private boolean flag(String pointer, @Nullable Object value, boolean defaultValue) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            error(pointer, "must be true or false");
        }
        return defaultValue;
    }

    private void error(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
