package io.parler.conversion.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexFormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L = \\lambda W                  | L equals lambda W",
                "E = mc^2                        | E equals mc squared",
                "a^3 + b^{n+1}                   | a cubed plus b to the power of n plus 1",
                "x_i \\le \\frac{1}{2}           | x sub i is at most 1 over 2",
                "\\frac12                        | 1 over 2",
                "\\sqrt{x_1}                     | the square root of x sub 1",
                "\\sum_{i=1}^{n} i^2             | the sum from i equals 1 to n i squared",
                "\\left( a \\right)              | ( a )",
                "\\mathrm{rank}(A) \\neq \\infty | rank(A) is not equal to infinity",
                "$O(n \\log n)$                  | O(n log n)",
                "a } b                           | a b",
            })
    void aFormulaBecomesEnglishWords(String tex, String words) {
        assertThat(TexFormula.toWords(tex, true)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L = \\lambda W        | L = λ W",
                "\\Delta x^2 \\ge 0    | Δ x^2 ≥ 0",
                "\\frac{a}{b}          | a / b",
            })
    void inOtherLanguagesAFormulaBecomesSymbols(String tex, String signs) {
        assertThat(TexFormula.toWords(tex, false)).isEqualTo(signs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "{", "}", "^", "_", "\\frac", "\\frac{a", "^^^", "{{{}}"})
    void truncatedFormulasAreParsedToTheEnd(String tex) {
        assertThat(TexFormula.toWords(tex, true)).isNotNull();
    }

    @Test
    void deepNestingIsParsedToTheEnd() {
        assertThat(TexFormula.toWords("\\frac{".repeat(300), true)).isNotNull();
        assertThat(TexFormula.toWords("^".repeat(2_000), true)).isNotNull();
        assertThat(TexFormula.toWords("{".repeat(2_000), true)).isNotNull();
    }

    @Test
    void anyTextIsParsedToTheEnd() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String tex =
                    IntStream.range(0, random.nextInt(40))
                            .mapToObj(_ -> "\\{}^_ a1=fracsqrt".charAt(random.nextInt(17)))
                            .map(String::valueOf)
                            .collect(Collectors.joining());

            assertThat(TexFormula.toWords(tex, random.nextBoolean())).isNotNull();
        }
    }
}
