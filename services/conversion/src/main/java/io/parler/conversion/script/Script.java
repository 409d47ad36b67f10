package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.List;
import java.util.Optional;

/// What will be said, and the ledger: each block of the article, read, announced or skipped for a
/// reason.
public record Script(String language, List<Passage> passages, List<Entry> ledger) {
    /// What became of one block; the text is as the article has it.
    public record Entry(
            String block,
            String kind,
            String text,
            Block.Treatment treatment,
            Optional<String> reason) {
        public Entry {
            if (treatment != Block.Treatment.READ && reason.isEmpty()) {
                throw new IllegalArgumentException("block " + block + " is not read for no reason");
            }
        }
    }

    public Script {
        passages = List.copyOf(passages);
        ledger = List.copyOf(ledger);
    }

    /// Whether there is no more to say than who wrote it and what it is called.
    public boolean isEmpty() {
        return passages.stream()
                .map(Passage::role)
                .allMatch(role -> role == Passage.Role.TITLE || role == Passage.Role.BYLINE);
    }

    public int characters() {
        return passages.stream().mapToInt(Passage::characters).sum();
    }

    /// About how long it takes to speak.
    public double seconds() {
        return SpeakingTime.of(passages);
    }
}
