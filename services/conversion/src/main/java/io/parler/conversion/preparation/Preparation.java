package io.parler.conversion.preparation;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.script.Script;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.problem.Problem;
import java.util.Optional;

/// Loads the article, chooses the voice and writes the script: everything before the price is
/// known.
public final class Preparation {
    private final ScriptPreparer scripts;
    private final VoiceCatalog voices;
    private final Limits limits;

    public Preparation(ScriptPreparer scripts, VoiceCatalog voices, Limits limits) {
        this.scripts = scripts;
        this.voices = voices;
        this.limits = limits;
    }

    /// The result of preparing a conversion.
    public sealed interface Prepared {
        record Ready(Article article, VoiceProfile voice, Script script) implements Prepared {}

        record Refused(Problem problem) implements Prepared {}
    }

    public Prepared of(ConversionSpec spec) throws InterruptedException {
        return switch (scripts.load(spec.source())) {
            case ArticleLoader.Loaded.Refused refused -> new Prepared.Refused(refused.problem());
            case ArticleLoader.Loaded.Found found -> of(spec, found.article());
        };
    }

    private Prepared of(ConversionSpec spec, Article article) {
        return switch (LanguageChoice.of(
                article, spec.voice(), spec.options().anyLanguage(), voices)) {
            case LanguageChoice.Choice.Refused refused -> new Prepared.Refused(refused.problem());
            case LanguageChoice.Choice.Chosen chosen ->
                    of(spec, article, chosen.language(), chosen.voice());
        };
    }

    private Prepared of(ConversionSpec spec, Article article, String language, VoiceProfile voice) {
        Script script = scripts.write(spec.account(), article, language, spec.options());
        Optional<Problem> problem = limits.problem(script, voice, spec.timing());
        return problem.isPresent()
                ? new Prepared.Refused(problem.get())
                : new Prepared.Ready(article, voice, script);
    }
}
