package io.parler.conversion.aws.request;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.speech.Pronunciation;
import io.parler.conversion.speech.Pronunciations;
import io.parler.request.PronunciationRule;
import io.parler.request.RequestOptions;
import io.parler.request.Source;
import java.util.List;

/// Maps the types of the shared request model to those of this service.
public final class RequestMapping {
    private RequestMapping() {}

    static ArticleSource.Loadable source(Source.Requested source) {
        return switch (source) {
            case Source.Page page -> new ArticleSource.Page(page.url().toString());
            case Source.FeedPost post ->
                    new ArticleSource.FeedPost(post.feedUrl().toString(), post.postId());
            case Source.Text text ->
                    new ArticleSource.PastedText(text.title(), text.text(), text.language());
        };
    }

    public static ScriptOptions options(RequestOptions options) {
        return new ScriptOptions(
                options.policies(),
                pronunciations(options.pronunciations()),
                options.normalise(),
                options.pace(),
                options.anyLanguage(),
                options.include());
    }

    public static Pronunciations pronunciations(List<PronunciationRule> rules) {
        return new Pronunciations(rules.stream().map(RequestMapping::pronunciation).toList());
    }

    private static Pronunciation pronunciation(PronunciationRule rule) {
        return new Pronunciation(
                rule.text(),
                how(rule.pronounced()),
                rule.language(),
                rule.caseSensitive(),
                rule.wholeWord());
    }

    private static Pronunciation.How how(PronunciationRule.Pronounced pronounced) {
        return switch (pronounced) {
            case PronunciationRule.Pronounced.Alias(String text) ->
                    new Pronunciation.How.Alias(text);
            case PronunciationRule.Pronounced.Letters _ -> new Pronunciation.How.Letters();
            case PronunciationRule.Pronounced.Ipa(String sounds) ->
                    new Pronunciation.How.Phonemes(sounds);
        };
    }
}
