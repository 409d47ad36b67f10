package io.parler.bench.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Generates texts of any length with distinct paragraphs; the same seed gives the same text.
public final class SampleText {
    private static final List<String> WORDS =
            List.of(
                    "kettle", "water", "morning", "boils", "slowly", "the", "a", "window", "light",
                    "over", "under", "garden", "and", "then", "quiet", "stove", "copper", "steam",
                    "before", "after", "never", "often", "table", "measure", "degree", "minute");
    private static final int WORDS_PER_SENTENCE = 14;

    private SampleText() {}

    /// Paragraphs of one to eight sentences, with at least this many characters in all.
    public static List<String> paragraphs(int characters, long seed) {
        var random = new Random(seed);
        var paragraphs = new ArrayList<String>();
        int length = 0;
        while (length < characters) {
            var paragraph = new StringBuilder("Number " + (paragraphs.size() + 1) + ". ");
            int sentences = 1 + random.nextInt(8);
            for (int i = 0; i < sentences; i++) {
                sentence(paragraph, random);
            }
            paragraphs.add(paragraph.toString().strip());
            length += paragraphs.getLast().length();
        }
        return paragraphs;
    }

    private static void sentence(StringBuilder text, Random random) {
        int words = WORDS_PER_SENTENCE / 2 + random.nextInt(WORDS_PER_SENTENCE);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "So " : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        text.append(". ");
    }
}
