package io.parler.conversion.audio;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a podcast app shows beside the audio: how the article begins, and the chapters.
public record ShowNotes(Optional<String> summary, List<Chapter> chapters) {
    public static final ShowNotes NONE = new ShowNotes(Optional.empty(), List.of());

    static final int MAX_SUMMARY = 500;
    static final int MAX_CHAPTERS = 100;
    static final int MAX_TITLE = 200;

    /// A summary that is shorter takes the next paragraph too.
    private static final int MIN_SUMMARY = 160;

    private static final String MORE = "…";

    public ShowNotes {
        chapters = List.copyOf(chapters);
    }

    static ShowNotes of(Article article, String language, List<Chapter> chapters) {
        Locale locale = Locale.forLanguageTag(language);
        return new ShowNotes(
                summary(article, locale),
                chapters.stream()
                        .limit(MAX_CHAPTERS)
                        .map(it -> new Chapter(it.start(), shortened(it.title(), locale)))
                        .toList());
    }

    private static Optional<String> summary(Article article, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Block block : article.blocks()) {
            boolean isRead = block.treatment() == Block.Treatment.READ;
            if (isRead && block.kind() instanceof Block.Kind.Paragraph) {
                text.append(text.isEmpty() ? "" : " ").append(block.text().strip());
            }
            if (text.length() >= MIN_SUMMARY) {
                break;
            }
        }
        return Optional.of(sentences(text.toString(), locale)).filter(it -> !it.isBlank());
    }

    /// The sentences that fit.
    private static String sentences(String text, Locale locale) {
        if (text.length() <= MAX_SUMMARY) {
            return text;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int end = sentences.preceding(MAX_SUMMARY + 1);
        return end >= MIN_SUMMARY
                ? text.substring(0, end).strip()
                : words(text, MAX_SUMMARY, locale);
    }

    private static String shortened(String title, Locale locale) {
        return title.length() <= MAX_TITLE ? title : words(title, MAX_TITLE, locale);
    }

    /// The words that fit before the sign that there are more, or as much of the first as fits.
    /// Empty if that is nothing but white space.
    private static String words(String text, int max, Locale locale) {
        BreakIterator words = BreakIterator.getWordInstance(locale);
        words.setText(text);
        int end = words.preceding(max);
        if (end <= 0) {
            end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        }
        String start = text.substring(0, end).strip();
        return start.isEmpty() ? "" : start + MORE;
    }
}
