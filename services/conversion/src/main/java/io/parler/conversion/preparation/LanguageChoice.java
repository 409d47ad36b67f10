package io.parler.conversion.preparation;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceChoice;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.language.LanguageDetector;
import io.parler.problem.Problem;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides in which language an article is read and by which voice: the language as declared or,
/// without a declaration, as detected in the text.
final class LanguageChoice {
    /// The detector looks at the beginning of a text only.
    private static final int MAX_BLOCKS = 50;

    private LanguageChoice() {}

    /// The result of the decision.
    sealed interface Choice {
        record Chosen(String language, VoiceProfile voice) implements Choice {}

        record Refused(Problem problem) implements Choice {}
    }

    /// The language, if it is known without a voice.
    static Optional<String> of(Article article) {
        return article.language().or(() -> LanguageDetector.detect(text(article)));
    }

    static Choice of(
            Article article, Optional<String> requested, boolean anyLanguage, VoiceCatalog voices) {
        Optional<String> language = of(article);
        return switch (VoiceChoice.of(requested, language, voices)) {
            case VoiceChoice.Choice.Refused refused -> new Choice.Refused(refused.problem());
            case VoiceChoice.Choice.Chosen(VoiceProfile voice) -> {
                String spoken =
                        language.filter(tag -> isCertain(article, tag, voice))
                                .orElse(voice.language());
                yield anyLanguage || VoiceChoice.canRead(voice, spoken)
                        ? new Choice.Chosen(spoken, voice)
                        : new Choice.Refused(VoiceChoice.languageNotSpoken(voice, spoken, voices));
            }
        };
    }

    /// Similar languages, such as Danish and Norwegian, are confused in short texts. A voice that
    /// the caller selected decides between them.
    private static boolean isCertain(Article article, String language, VoiceProfile voice) {
        return article.language().isPresent()
                || VoiceChoice.canRead(voice, language)
                || LanguageDetector.foreign(voice.language(), text(article)).isPresent();
    }

    private static String text(Article article) {
        return article.blocks().stream()
                .filter(block -> block.treatment() == Block.Treatment.READ)
                .map(Block::text)
                .limit(MAX_BLOCKS)
                .collect(Collectors.joining(" "));
    }
}
