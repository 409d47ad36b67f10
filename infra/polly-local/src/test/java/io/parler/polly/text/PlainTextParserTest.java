package io.parler.polly.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.polly.text.Script.Pause;
import io.parler.polly.text.Script.Phrase;
import io.parler.polly.text.Script.Sentence;
import io.parler.polly.voice.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    One. Two! Three?                              | 3
                    Dr. Smith met J. R. Jones at 10 a.m. in town. | 1
                    Use e.g. this, or i.e. that.                  | 1
                    Apples, pears etc. are fruit.                 | 1
                    Version 2.5 is out. It is fast.               | 2
                    He said “Stop!” and left.                     | 1
                    He said “Stop!” She left.                     | 2
                    Visit https://example.com/a.html now.         | 1
                    你好，世界。今天天气很好！                     | 2
                    كيف حالك اليوم؟ أنا بخير.                     | 2
                    आज आप कैसे हैं? मैं ठीक हूँ। अच्छा।             | 3
                    no stop at the end                            | 1
                    """)
    void sentencesEndWhereAReaderEndsThem(String text, int sentences) {
        assertThat(sentences(text)).hasSize(sentences);
    }

    @ParameterizedTest
    @CsvSource({"de-DE,1", "hr,1", "en-GB,2", "fr-FR,2"})
    void aNumberWithAPeriodIsAnOrdinalInSomeLanguages(String code, int sentences) {
        Language language = new Language(code, code, code);
        assertThat(PlainTextParser.parse("Am 9. Mai", language).parts())
                .filteredOn(Sentence.class::isInstance)
                .hasSize(sentences);
        assertThat(PlainTextParser.parse("Anno 1984. Dann.", language).parts())
                .filteredOn(Sentence.class::isInstance)
                .hasSize(2);
    }

    @Test
    void anEmptyLineEndsAParagraphWithALongerPause() {
        assertThat(
                        PlainTextParser.parse(
                                        "A title\n\nThe text. It goes on.", Language.US_ENGLISH)
                                .parts())
                .filteredOn(Pause.class::isInstance)
                .containsExactly(
                        new Pause(ScriptBuilder.PARAGRAPH_PAUSE_MILLIS),
                        new Pause(ScriptBuilder.SENTENCE_PAUSE_MILLIS));
    }

    @Test
    void aSingleLineBreakDoesNotEndASentence() {
        assertThat(sentences("one line\nand the next")).containsExactly("one line\nand the next");
    }

    @Test
    void eachTokenHasTheOffsetsOfItsBytes() {
        String text = "Naïve café — “Hello,” said Zoë 😀 at 10:30.";
        assertThat(tokens(text))
                .allSatisfy(
                        token ->
                                assertThat(cut(text, token.start(), token.end()))
                                        .isEqualTo(token.text()))
                .extracting(Token::text)
                .contains("Naïve", "café", "Hello", "Zoë", "10:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    他说「你好」（笑）：再见   | 他说 你好 笑 再见
                    مرحبا، يا عالم؛ نعم       | مرحبا يا عالم نعم
                    दुनिया ठीक है।              | दुनिया ठीक है
                    """)
    void punctuationOfOtherScriptsSeparatesWords(String text, String words) {
        assertThat(tokens(text))
                .filteredOn(Token::isWord)
                .extracting(Token::text)
                .containsExactly(words.split(" ", -1));
    }

    @Test
    void aLongSentenceIsSplitIntoPhrases() {
        String text = "word ".repeat(300).strip() + ".";
        Script script = PlainTextParser.parse(text, Language.US_ENGLISH);
        assertThat(script.parts()).filteredOn(Sentence.class::isInstance).hasSize(1);
        assertThat(script.parts()).filteredOn(Phrase.class::isInstance).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\t"})
    void blankTextGivesAnEmptyScript(String text) {
        assertThat(PlainTextParser.parse(text, Language.US_ENGLISH).parts()).isEmpty();
    }

    @Test
    void everyCodePointIsBilledOnce() {
        assertThat(PlainTextParser.parse("a 😀\n", Language.US_ENGLISH).billedCharacters())
                .isEqualTo(4);
    }

    @Test
    void onlyTheStartOfAVeryLongWordIsSpoken() {
        int words =
                tokens("x".repeat(3000)).stream().mapToInt(token -> token.spoken().size()).sum();
        assertThat(words).isBetween(1, 10);
    }

    private static List<String> sentences(String text) {
        return PlainTextParser.parse(text, Language.US_ENGLISH).parts().stream()
                .filter(Sentence.class::isInstance)
                .map(Sentence.class::cast)
                .map(sentence -> cut(text, sentence.start(), sentence.end()))
                .toList();
    }

    private static List<Token> tokens(String text) {
        return PlainTextParser.parse(text, Language.US_ENGLISH).parts().stream()
                .filter(Phrase.class::isInstance)
                .flatMap(part -> ((Phrase) part).tokens().stream())
                .toList();
    }

    private static String cut(String text, int start, int end) {
        return new String(
                text.getBytes(StandardCharsets.UTF_8), start, end - start, StandardCharsets.UTF_8);
    }
}
