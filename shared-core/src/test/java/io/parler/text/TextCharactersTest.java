package io.parler.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 8, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x9f, 0xd800, 0xdfff, 0xfdd0, 0xfdef, 0xfffe,
                0xffff, 0x1fffe, 0x1ffff, 0x10fffe, 0x10ffff
            })
    void aCharacterThatIsNotTextIsReplaced(int codePoint) {
        String one = codePoint < 0x10000 ? "" + (char) codePoint : Character.toString(codePoint);

        assertThat(TextCharacters.cleaned("a" + one + "b"))
                .isEqualTo("a" + "\ufffd".repeat(one.length()) + "b");
    }

    @Test
    void textStaysAsItIs() {
        String text = "a\tb\r\nc é 中 \u00a0\u200d\u202e\ufdf0\ufffd\ud83d\ude00\ue000\udb40\udc01";

        assertThat(TextCharacters.cleaned(text)).isEqualTo(text);
    }

    @Test
    void otherWhiteSpaceBecomesASpace() {
        assertThat(TextCharacters.cleaned("a\u000bb\fc\u0085d")).isEqualTo("a b c d");
    }

    @RepeatedTest(100)
    void aCleanedTextHasTheSameLengthAndStaysAsItIs(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder any = new StringBuilder();
        random.ints(200, 0, 0x10000).forEach(c -> any.append((char) c));

        String cleaned = TextCharacters.cleaned(any.toString());

        assertThat(cleaned).hasSameSizeAs(any.toString());
        assertThat(TextCharacters.cleaned(cleaned)).isEqualTo(cleaned);
    }
}
