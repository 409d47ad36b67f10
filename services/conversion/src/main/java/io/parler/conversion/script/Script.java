package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.List;
import java.util.Optional;

/// What will be spoken, and the ledger, which lists every block of the article as read, announced
/// or skipped, with the reason.
public record Script(String language, List<Passage> passages, List<Entry> ledger) {
    /// How one block is treated. The text is that of the article.
    public record Entry(
            String block,
            String kind,
            String text,
            Block.Treatment treatment,
            Optional<String> reason) {
        public Entry {
            if (treatment != Block.Treatment.READ && reason.isEmpty()) {
                throw new IllegalArgumentException("block " + block + " has no reason");
            }
        }
    }

    public Script {
        passages = List.copyOf(passages);
        ledger = List.copyOf(ledger);
    }

    /// Whether there is nothing beyond the title and the author.
    public boolean isEmpty() {
        return passages.stream()
                .map(Passage::role)
                .allMatch(role -> role == Passage.Role.TITLE || role == Passage.Role.BYLINE);
    }

    public int characters() {
        return passages.stream().mapToInt(Passage::characters).sum();
    }

    /// The estimated length of the audio.
    public double seconds() {
        return SpeakingTime.of(passages);
    }
}
