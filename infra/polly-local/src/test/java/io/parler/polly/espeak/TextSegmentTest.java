package io.parler.polly.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.polly.text.Prosody;
import io.parler.polly.text.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextSegmentTest {
    private static final Prosody SLOW = new Prosody(.5, 1, 0);

    @Test
    void theTextIsThatOfTheTokens() {
        TextSegment run =
                run(word("Am", 0), word("9", 3), mark(".", 4), word("Mai", 6), mark("!", 9));
        assertThat(run.text()).isEqualTo("Am 9. Mai!");
    }

    @Test
    void aTagBetweenWordAndCommaAddsNoSpace() {
        assertThat(run(word("déjà", 20), mark(",", 33), word("vu", 35)).text())
                .isEqualTo("déjà, vu");
    }

    @Test
    void aPositionInTheTextBelongsToItsToken() {
        TextSegment run = run(word("𝒜b", 0), mark(",", 5), word("cd", 7));
        assertThat(run.text()).isEqualTo("𝒜b, cd");
        assertThat(IntStream.range(-1, 7).map(place -> run.tokenAt(place).orElse(-1)))
                .containsExactly(-1, 0, 0, 1, -1, 2, 2, -1);
    }

    @Test
    void aChangeOfProsodyStartsASegmentExceptAtPunctuation() {
        List<TextSegment> runs =
                TextSegment.of(
                        List.of(
                                word("so", 0),
                                token("langsam", 3, SLOW),
                                mark(".", 10),
                                word("ja", 12)));
        assertThat(runs).extracting(TextSegment::text).containsExactly("so", "langsam.", "ja");
        assertThat(runs)
                .extracting(TextSegment::prosody)
                .containsExactly(Prosody.NORMAL, SLOW, Prosody.NORMAL);
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(run(word("\u000150P", 0), word("Schiff\u00adfahrt", 6)).text())
                .isEqualTo("50P Schifffahrt");
    }

    @Test
    void tooManyPeriodsAreReplacedBySpaces() {
        TextSegment run = run(word("a.".repeat(50), 0), word("b.".repeat(50), 100));
        assertThat(run.text())
                .hasSize(200)
                .startsWith("a.a.a.")
                .endsWith(" b b b ")
                .satisfies(text -> assertThat(text.chars().filter(c -> c == '.')).hasSize(40));
    }

    @Test
    void symbolsWithoutWordsAreLeftOut() {
        assertThat(run(word("ja", 0), mark("😀", 3), word("nein", 8)).text()).isEqualTo("ja  nein");
        assertThat(run(mark("—", 0)).isAudible()).isFalse();
    }

    private static TextSegment run(Token... tokens) {
        List<TextSegment> runs = TextSegment.of(List.of(tokens));
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private static Token word(String text, int start) {
        return token(text, start, Prosody.NORMAL);
    }

    private static Token mark(String text, int start) {
        return token(text, start, Prosody.NORMAL);
    }

    private static Token token(String text, int start, Prosody manner) {
        int end = start + text.getBytes(StandardCharsets.UTF_8).length;
        return new Token(text, start, end, List.of(), manner, null, null, null);
    }
}
