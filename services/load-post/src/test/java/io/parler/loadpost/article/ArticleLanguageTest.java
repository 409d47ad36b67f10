package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleLanguageTest {
    private static final String GERMAN =
            "Der Wärter stieg auf den Turm, und er sah nicht nur das Meer, sondern auch die Schiffe. ";
    private static final String ENGLISH =
            "The keeper went up the tower, and he saw not only the sea but the ships that were on it. ";
    private static final String JAPANESE = "灯台守は塔に登り、海だけでなく船も見ていました。";
    private static final String UKRAINIAN = "Доглядач піднявся на вежу і побачив не тільки море. ";
    private static final String LATIN =
            "Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor et dolore. ";

    @ParameterizedTest
    @CsvSource({
        "en, german, de",
        "en-US, japanese, ja",
        "ja, english, en",
        "de, english, en",
        "de-AT, german, de-AT",
        "ja, japanese, ja",
        "uk, ukrainian, uk",
        "da, english, en",
        "eo, english, eo",
        "fr, latin, fr",
        "x-default, german, de"
    })
    void theDeclaredLanguageCountsUnlessTheTextClearlyContradictsIt(
            String declared, String text, String language) {
        String sentence =
                switch (text) {
                    case "german" -> GERMAN;
                    case "english" -> ENGLISH;
                    case "japanese" -> JAPANESE;
                    case "ukrainian" -> UKRAINIAN;
                    default -> LATIN;
                };
        Article article =
                TestPages.article(
                        "<html lang='"
                                + declared
                                + "'><title>A log</title><article><p>"
                                + sentence.repeat(12));
        assertThat(article.language()).contains(language);
    }
}
