package io.parler.conversion.preparation;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.script.ScriptOptions;
import io.parler.id.AccountId;
import io.parler.request.Timing;
import java.util.Optional;

/// What to convert and how: everything that decides the script and the price.
public record ConversionSpec(
        AccountId account,
        ArticleSource.Loadable source,
        Optional<String> voice,
        ScriptOptions options,
        Timing timing) {}
