package io.parler.conversion.aws.request;

import io.parler.conversion.preparation.Timing;
import io.parler.conversion.script.Options;
import io.parler.conversion.script.Policy;
import io.parler.conversion.speech.Pronunciation;
import io.parler.conversion.speech.Pronunciations;
import io.parler.problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads options and pronunciations as they came in JSON. A name it doesn't know it ignores, as
/// everywhere; what is wrong with the others it says of each place.
public final class OptionsBody {
    private static final int MOST_RULES = 500;
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_ALIAS = 200;
    private static final int LONGEST_LANGUAGE = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private final List<FieldError> errors;

    public OptionsBody(List<FieldError> errors) {
        this.errors = errors;
    }

    /// Adds to the errors what is wrong; the options are good where nothing was added.
    public Options options(@Nullable Map<String, Object> json) {
        Map<String, Object> given = json == null ? Map.of() : json;
        Map<Options.Matter, Policy> policies = new EnumMap<>(Options.Matter.class);
        for (Options.Matter matter : Options.Matter.values()) {
            Object value = given.get(matter.wireName());
            if (value != null) {
                Optional<Policy> policy = Policy.of(value.toString());
                policy.ifPresentOrElse(
                        known -> policies.put(matter, known),
                        () ->
                                error(
                                        "/options/" + matter.wireName(),
                                        "must be read, announce or skip"));
            }
        }
        return new Options(policies, rules("/options/pronunciations", given.get("pronunciations")));
    }

    /// Of what the transcript shall tell the times: `timing` of the same options.
    public Timing timing(@Nullable Map<String, Object> json) {
        Object given = json == null ? null : json.get("timing");
        if (given == null) {
            return Timing.SENTENCES;
        }
        Optional<Timing> timing = Timing.of(given.toString());
        if (timing.isEmpty()) {
            error("/options/timing", "must be sentences or words");
        }
        return timing.orElse(Timing.SENTENCES);
    }

    public Pronunciations rules(String pointer, @Nullable Object json) {
        if (json == null) {
            return Pronunciations.NONE;
        }
        if (!(json instanceof List<?> list)) {
            error(pointer, "must be a list of rules");
            return Pronunciations.NONE;
        }
        if (list.size() > MOST_RULES) {
            error(pointer, "has more than " + MOST_RULES + " rules");
            return Pronunciations.NONE;
        }
        List<Pronunciation> rules = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            rule(pointer + "/" + i, list.get(i)).ifPresent(rules::add);
        }
        return new Pronunciations(rules);
    }

    private Optional<Pronunciation> rule(String pointer, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> rule)) {
            error(pointer, "must be a rule: a text and its alias, letters or ipa");
            return Optional.empty();
        }
        Optional<String> text = words(pointer + "/text", rule.get("text"), LONGEST_TEXT);
        Optional<Pronunciation.How> how = how(pointer, rule);
        Optional<String> language = language(pointer + "/language", rule.get("language"));
        boolean caseSensitive = flag(pointer + "/caseSensitive", rule.get("caseSensitive"), false);
        boolean wholeWord = flag(pointer + "/wholeWord", rule.get("wholeWord"), true);
        return text.flatMap(
                written ->
                        how.map(
                                said ->
                                        new Pronunciation(
                                                written,
                                                said,
                                                language,
                                                caseSensitive,
                                                wholeWord)));
    }

    private Optional<Pronunciation.How> how(String pointer, Map<?, ?> rule) {
        Object alias = rule.get("alias");
        Object letters = rule.get("letters");
        Object ipa = rule.get("ipa");
        long ways =
                List.of(
                                Optional.ofNullable(alias),
                                Optional.ofNullable(letters),
                                Optional.ofNullable(ipa))
                        .stream()
                        .filter(Optional::isPresent)
                        .count();
        if (ways != 1) {
            error(pointer, "must have exactly one of alias, letters and ipa");
            return Optional.empty();
        }
        if (alias != null) {
            return words(pointer + "/alias", alias, LONGEST_ALIAS)
                    .map(Pronunciation.How.Alias::new);
        }
        if (ipa != null) {
            return words(pointer + "/ipa", ipa, LONGEST_TEXT).map(Pronunciation.How.Phonemes::new);
        }
        if (!Boolean.TRUE.equals(letters)) {
            error(pointer + "/letters", "must be true");
            return Optional.empty();
        }
        return Optional.of(new Pronunciation.How.Letters());
    }

    private Optional<String> words(String pointer, @Nullable Object value, int longest) {
        if (!(value instanceof String text) || text.isBlank()) {
            error(pointer, "must be a text");
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > longest) {
            error(pointer, "is longer than " + longest + " characters");
            return Optional.empty();
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            error(pointer, "holds half of a surrogate pair");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<String> language(String pointer, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String tag
                && tag.length() <= LONGEST_LANGUAGE
                && LANGUAGE.matcher(tag).matches()) {
            return Optional.of(tag);
        }
        error(pointer, "must be a language tag such as en-GB");
        return Optional.empty();
    }

    private boolean flag(String pointer, @Nullable Object value, boolean usual) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            error(pointer, "must be true or false");
        }
        return usual;
    }

    private void error(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
