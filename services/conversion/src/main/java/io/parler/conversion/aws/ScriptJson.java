package io.parler.conversion.aws;

import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was said, and the coverage ledger: what became of each block of the article.
record ScriptJson(String language, int characters, List<Said> passages, List<Entry> ledger) {
    record Said(String block, String role, String text) {
        static Said of(Passage passage) {
            return new Said(
                    passage.block(),
                    passage.role().name().toLowerCase(Locale.ROOT),
                    passage.text());
        }
    }

    record Entry(String block, String kind, String spoken, @Nullable String reason) {
        static Entry of(Script.Entry entry) {
            return new Entry(
                    entry.block(),
                    entry.kind(),
                    entry.treatment().name().toLowerCase(Locale.ROOT),
                    entry.reason().orElse(null));
        }
    }

    static ScriptJson of(Script script) {
        return new ScriptJson(
                script.language(),
                script.characters(),
                script.passages().stream().map(Said::of).toList(),
                script.ledger().stream().map(Entry::of).toList());
    }
}
