package io.parler.conversion.job;

import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.script.ScriptOptions;
import io.parler.id.AccountId;
import io.parler.request.Timing;
import io.parler.request.Visibility;
import java.util.Optional;
import java.util.regex.Pattern;

/// A requested conversion. `attempt` grows with each delivery and each time the job is continued in
/// another run.
public record Job(
        String id,
        AccountId account,
        ArticleSource source,
        Optional<String> voice,
        ScriptOptions options,
        Timing timing,
        Visibility visibility,
        int attempt) {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Job {
        if (!UUID.matcher(id).matches()) {
            throw new IllegalArgumentException("a conversion's id is a UUID");
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }
}
