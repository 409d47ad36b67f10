package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import java.util.regex.Matcher;
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
                        !(block.content() instanceof Content.Heading) && hasSentence(block.text());
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

    private static boolean hasSentence(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            boolean end =
                    switch (text.charAt(i)) {
                        case '.', '!', '?', '…', '。', '！', '？' -> true;
                        default -> false;
                    };
            if (end && sentence.region(i, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static int weight(String text) {
        int ideographs = 0;
        for (int i = 0; i < text.length(); i++) {
            ideographs += text.charAt(i) >= FIRST_IDEOGRAPH ? 1 : 0;
        }
        return (int) (text.length() - ideographs + ideographs * LETTERS_PER_IDEOGRAPH);
    }
}
