package io.parler.conversion.aws.store;

import io.parler.conversion.article.Article;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The script of an article in JSON, with the ledger: how each of its blocks is treated.
public record ScriptJson(
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        String language,
        int characters,
        double seconds,
        List<PassageJson> passages,
        List<EntryJson> ledger) {
    /// `said` is the spoken text, if it differs.
    record PassageJson(String block, String role, String text, @Nullable String said) {
        public static PassageJson of(Passage passage) {
            String text = passage.text();
            return new PassageJson(
                    passage.block(),
                    passage.role().name().toLowerCase(Locale.ROOT),
                    text,
                    Optional.of(passage.words().spokenText())
                            .filter(s -> !s.equals(text))
                            .orElse(null));
        }
    }

    record EntryJson(
            String block, String kind, String text, String spoken, @Nullable String reason) {
        public static EntryJson of(Script.Entry entry) {
            return new EntryJson(
                    entry.block(),
                    entry.kind(),
                    entry.text(),
                    entry.treatment().name().toLowerCase(Locale.ROOT),
                    entry.reason().orElse(null));
        }
    }

    public static ScriptJson of(Article article, Script script) {
        return new ScriptJson(
                article.title(),
                article.author().orElse(null),
                article.url().orElse(null),
                script.language(),
                script.characters(),
                Math.round(script.seconds() * 10) / 10.0,
                script.passages().stream().map(PassageJson::of).toList(),
                script.ledger().stream().map(EntryJson::of).toList());
    }
}
