package io.parler.bench.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextAgreementTest {
    private final TextAgreement agreement = new TextAgreement("all blocks");

    @Test
    void theSameWordsAgreeWhateverTheMarkup() {
        agreement.add(
                "One two.\nThree",
                "<p>One <b>two</b>.</p><p>Thr<i>ee</i></p><script>four()</script>");

        assertThat(agreement.summary())
                .contains("F1 >= 0.95 on 100.0 %, mean F1 1.0000, mean recall 1.0000");
    }

    @Test
    void missingWordsLowerRecallAndExtraWordsOnlyF1() {
        agreement.add("one two", "one two three four");
        agreement.add("one two three four", "one two");

        assertThat(agreement.summary())
                .contains("on 0.0 %, mean F1 0.6667, mean recall 0.7500 (2 expected)");
    }

    @Test
    void repeatedWordsCountEachTime() {
        agreement.add("the the the", "the");

        assertThat(agreement.summary()).contains("mean F1 0.5000, mean recall 1.0000");
    }
}
