package io.parler.conversion.aws.request;

import io.parler.conversion.speech.Pronunciation;
import io.parler.conversion.speech.Pronunciations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pronunciation rule in JSON. Default values are left out.
public record PronunciationRuleBody(
        String text,
        @Nullable String alias,
        @Nullable Boolean letters,
        @Nullable String ipa,
        @Nullable String language,
        @Nullable Boolean caseSensitive,
        @Nullable Boolean wholeWord) {

    /// The rules of an account, as they are stored and returned.
    public record Rules(List<PronunciationRuleBody> rules) {
        public static Rules of(Pronunciations pronunciations) {
            return new Rules(
                    pronunciations.rules().stream().map(PronunciationRuleBody::of).toList());
        }
    }

    private static PronunciationRuleBody of(Pronunciation rule) {
        return new PronunciationRuleBody(
                rule.text(),
                rule.how() instanceof Pronunciation.How.Alias(String words) ? words : null,
                rule.how() instanceof Pronunciation.How.Letters ? Boolean.TRUE : null,
                rule.how() instanceof Pronunciation.How.Phonemes(String ipa) ? ipa : null,
                rule.language().orElse(null),
                rule.caseSensitive() ? Boolean.TRUE : null,
                rule.wholeWord() ? null : Boolean.FALSE);
    }
}
