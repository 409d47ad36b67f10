package io.parler.conversion.preparation;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.script.ScriptOptions;
import java.util.Optional;

/// What is to be converted and how, as far as it decides what is said and what that costs.
public record ConversionSpec(
        String accountId,
        ArticleSource.Loadable source,
        Optional<String> voice,
        ScriptOptions options,
        Timing timing) {}
