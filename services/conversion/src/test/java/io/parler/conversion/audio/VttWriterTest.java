package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.script.Passage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VttWriterTest {
    private static final String LONG =
            "The new owner, a retired teacher, planted 40 apple trees, built a shed, and wrote a"
                    + " long letter to every neighbour in the village; we still have ours.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG,
                "Word word word word word word word word word word word word word word word word word word word",
                "去年冬天屋顶修了两次，想在家里烤面包的人需要好面粉和很多耐心，没有人告诉过我刺猬晚上会这么吵，这是我今年学到的关于编译器的三件事。",
                "https://example.com/a-very-long-address-without-any-space-that-fits-into-no-line-at-all-of-a-player",
            })
    void aCueHasTwoLinesAndSevenSecondsAtMost(String sentence) {
        List<String> cues = cues(write(sentence, 0, sentence.length() / 14.0, List.of()));

        assertThat(String.join("", cues).replaceAll("\\s", ""))
                .isEqualTo(sentence.replaceAll("\\s", ""));
        for (String cue : cues) {
            assertThat(cue.lines()).hasSizeLessThanOrEqualTo(2);
            assertThat(cue.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(43));
        }
    }

    @Test
    void aSentenceIsCutAtItsClauses() {
        assertThat(cues(write(LONG, 0, 12, List.of())))
                .allSatisfy(cue -> assertThat(cue).matches("(?s).*[,;.]"));
    }

    @Test
    void noLineEndsAfterAnAbbreviation() {
        String text =
                "On Monday we met Gen. Lee, Sen. Ray and Sgt. Miller at the foot of Mt. Rainier.";
        for (int from = 0; from < 40; from++) {
            assertThat(cues(write(text.substring(from), 0, 5, List.of())))
                    .allSatisfy(
                            cue ->
                                    assertThat(cue)
                                            .doesNotContainPattern("(Gen|Sen|Sgt|Mt)\\.(\n|$)"));
        }
    }

    @Test
    void aSlowSentenceIsCutByItsTime() {
        assertThat(write("One, and two.", 0, 10, List.of()))
                .contains("00:00:00.000 --> 00:00:03.846\nOne,\n")
                .contains("00:00:03.846 --> 00:00:10.000\nand two.\n");
    }

    @Test
    void aCutIsWhereAWordStarts() {
        List<Transcript.Word> words =
                List.of(
                        new Transcript.Word(0, 2.9, "One"),
                        new Transcript.Word(4.5, 7, "and"),
                        new Transcript.Word(7, 10, "two"));

        assertThat(write("One, and two.", 0, 10, words)).contains("00:00:04.500 --> 00:00:10.000");
    }

    @Test
    void aShortSentenceStaysWhole() {
        assertThat(write("It rained.", 1, 2, List.of()))
                .isEqualTo("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nIt rained.\n");
    }

    private static String write(
            String sentence, double start, double end, List<Transcript.Word> words) {
        return VttWriter.write(
                new Transcript(
                        "en",
                        end,
                        List.of(
                                new Transcript.Cue(
                                        "b", Passage.Role.TEXT, start, end, sentence, words))));
    }

    private static List<String> cues(String vtt) {
        return Arrays.stream(vtt.split("\n\n", -1))
                .skip(1)
                .map(cue -> cue.lines().skip(2).reduce((a, b) -> a + "\n" + b).orElse(""))
                .toList();
    }
}
