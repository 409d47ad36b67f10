package io.parler.conversion.preparation;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.article.PlainText;
import io.parler.conversion.script.Script;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.script.ScriptWriter;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import java.util.Optional;

/// Loads articles and writes their scripts. The rules of a request take precedence over those of
/// the account.
public final class ScriptPreparer {
    private final ArticleLoader articles;
    private final VoiceCatalog voices;
    private final PronunciationStore pronunciations;

    public ScriptPreparer(
            ArticleLoader articles, VoiceCatalog voices, PronunciationStore pronunciations) {
        this.articles = articles;
        this.voices = voices;
        this.pronunciations = pronunciations;
    }

    /// A script that can be shown before a conversion, or why there is none.
    public sealed interface Preview {
        record Written(Article article, Script script) implements Preview {}

        record Refused(Problem problem) implements Preview {}
    }

    public Preview preview(
            AccountId account,
            ArticleSource.Loadable source,
            Optional<String> voice,
            ScriptOptions options)
            throws InterruptedException {
        return switch (load(source)) {
            case ArticleLoader.Loaded.Refused refused -> new Preview.Refused(refused.problem());
            case ArticleLoader.Loaded.Found found ->
                    preview(account, found.article(), voice, options);
        };
    }

    private Preview preview(
            AccountId account, Article article, Optional<String> voice, ScriptOptions options) {
        Optional<String> language = LanguageChoice.of(article);
        if (voice.isEmpty() && language.isPresent()) {
            return toPreview(account, article, language.get(), options);
        }
        return switch (LanguageChoice.of(article, voice, options.anyLanguage(), voices)) {
            case LanguageChoice.Choice.Refused refused -> new Preview.Refused(refused.problem());
            case LanguageChoice.Choice.Chosen chosen ->
                    toPreview(account, article, chosen.language(), options);
        };
    }

    private Preview toPreview(
            AccountId account, Article article, String language, ScriptOptions options) {
        return new Preview.Written(article, write(account, article, language, options));
    }

    ArticleLoader.Loaded load(ArticleSource.Loadable source) throws InterruptedException {
        return switch (source) {
            case ArticleSource.Page page -> articles.page(page.url());
            case ArticleSource.FeedPost post -> articles.feedPost(post.feedUrl(), post.postId());
            case ArticleSource.PastedText text ->
                    new ArticleLoader.Loaded.Found(
                            PlainText.article(text.title(), text.text(), text.language()));
        };
    }

    Script write(AccountId account, Article article, String language, ScriptOptions options) {
        ScriptOptions all =
                options.with(options.pronunciations().before(pronunciations.get(account)));
        return ScriptWriter.write(article, language, all);
    }
}
