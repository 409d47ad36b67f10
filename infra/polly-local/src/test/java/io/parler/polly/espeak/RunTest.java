package io.parler.polly.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.polly.Manner;
import io.parler.polly.Token;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Manner SLOW = new Manner(.5, 1, 0);

    @Test
    void aTextIsReadAsItIsWritten() {
        Run run = run(word("Am", 0), word("9", 3), mark(".", 4), word("Mai", 6), mark("!", 9));
        assertThat(run.text()).isEqualTo("Am 9. Mai!");
    }

    @Test
    void aTagBetweenWordAndCommaIsNotHeard() {
        assertThat(run(word("déjà", 20), mark(",", 33), word("vu", 35)).text())
                .isEqualTo("déjà, vu");
    }

    @Test
    void aPlaceInTheTextIsThatOfItsToken() {
        Run run = run(word("𝒜b", 0), mark(",", 5), word("cd", 7));
        assertThat(run.text()).isEqualTo("𝒜b, cd");
        assertThat(IntStream.range(-1, 7).map(place -> run.tokenAt(place).orElse(-1)))
                .containsExactly(-1, 0, 0, 1, -1, 2, 2, -1);
    }

    @Test
    void anotherMannerIsAnotherRunAndPunctuationIsNot() {
        List<Run> runs =
                Run.of(
                        List.of(
                                word("so", 0),
                                token("langsam", 3, SLOW),
                                mark(".", 10),
                                word("ja", 12)));
        assertThat(runs).extracting(Run::text).containsExactly("so", "langsam.", "ja");
        assertThat(runs).extracting(Run::manner).containsExactly(Manner.PLAIN, SLOW, Manner.PLAIN);
    }

    @Test
    void commandsOfEspeakNgAreNotInItsText() {
        assertThat(run(word("\u000150P", 0), word("Schiff\u00adfahrt", 6)).text())
                .isEqualTo("50P Schifffahrt");
    }

    @Test
    void abbreviationsWithoutEndAreSaidAsLetters() {
        Run run = run(word("a.".repeat(50), 0), word("b.".repeat(50), 100));
        assertThat(run.text())
                .hasSize(200)
                .startsWith("a.a.a.")
                .endsWith(" b b b ")
                .satisfies(text -> assertThat(text.chars().filter(c -> c == '.')).hasSize(40));
    }

    @Test
    void signsWithoutWordsAreLeftOut() {
        assertThat(run(word("ja", 0), mark("😀", 3), word("nein", 8)).text()).isEqualTo("ja  nein");
        assertThat(run(mark("—", 0)).isSaid()).isFalse();
    }

    private static Run run(Token... tokens) {
        List<Run> runs = Run.of(List.of(tokens));
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private static Token word(String text, int start) {
        return token(text, start, Manner.PLAIN);
    }

    private static Token mark(String text, int start) {
        return token(text, start, Manner.PLAIN);
    }

    private static Token token(String text, int start, Manner manner) {
        int end = start + text.getBytes(StandardCharsets.UTF_8).length;
        return new Token(text, start, end, List.of(), manner, null, null, null);
    }
}
