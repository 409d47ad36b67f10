package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import java.util.regex.Pattern;

/// How much of some blocks is read aloud, and how much of that is in sentences.
///
/// @param all in letters; a Chinese or Japanese character counts as several
record ReadText(int all, int inSentences) {
    private static final int MIN_ARTICLE = 500;
    private static final int MIN_SENTENCES = 100;
    private static final double LETTERS_PER_IDEOGRAPH = 2.5;
    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？][\"'”’)」』]*$|[.!?] \\p{L}");

    static ReadText of(List<Block> blocks) {
        int all = 0;
        int inSentences = 0;
        for (Block block : blocks) {
            if (block.spoken() == Spoken.READ) {
                int weight = weight(block.text());
                boolean sentence =
                        !(block.content() instanceof Content.Heading)
                                && SENTENCE.matcher(block.text()).find();
                all += weight;
                inSentences += sentence ? weight : 0;
            }
        }
        return new ReadText(all, inSentences);
    }

    /// Whether this is surely an article.
    boolean isArticle() {
        return all >= MIN_ARTICLE;
    }

    /// Whether this may be a short post, rather than a menu.
    boolean isShortPost() {
        return inSentences >= MIN_SENTENCES;
    }

    private static int weight(String text) {
        long ideographs = text.chars().filter(c -> c >= FIRST_IDEOGRAPH).count();
        return (int) (text.length() - ideographs + ideographs * LETTERS_PER_IDEOGRAPH);
    }
}
