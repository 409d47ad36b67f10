package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressDisplayTest {
    private static final Pattern LEFT = Pattern.compile("(\\d+):(\\d\\d) left");

    private final StringWriter err = new StringWriter();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aTerminalShowsOneChangingLineWithRateAndTimeLeft() {
        ProgressDisplay progress = progress(true);
        progress.showConverted(0, 10_000);
        after(2);
        progress.showConverted(1_000, 10_000);
        after(2);
        progress.showConverted(2_500, 10_000);

        assertThat(err.toString()).doesNotContain("\n");
        assertThat(lines())
                .containsExactly(
                        "converting [················] 0 of 10,000 characters",
                        "converting [█···············] 1,000 of 10,000 characters, 500/s, 0:18 left",
                        "converting [████············] 2,500 of 10,000 characters, 633/s, 0:12 left");
    }

    @Test
    void withoutATerminalEachTenPercentAreALine() {
        ProgressDisplay progress = progress(false);
        for (int done = 0; done <= 1_000; done += 50) {
            progress.showConverted(done, 1_000);
            after(1);
        }

        assertThat(err.toString().lines())
                .hasSize(11)
                .startsWith(
                        "converted: 0 of 1000 characters",
                        "converted: 100 of 1000 characters, 50/s, 0:18 left")
                .endsWith("converted: 1000 of 1000 characters, 50/s");
    }

    @Test
    void audioCachedBeforeDoesNotCountForTheRate() {
        ProgressDisplay progress = progress(true);
        progress.showConverted(90_000, 100_000);
        after(5);
        progress.showConverted(90_500, 100_000);

        assertThat(lines().getLast()).endsWith(", 100/s, 1:35 left");
    }

    @Test
    void thereIsNoEstimateInTheFirstSeconds() {
        ProgressDisplay progress = progress(true);
        progress.showConverted(0, 10_000);
        after(1);
        progress.showConverted(3_000, 10_000);

        assertThat(lines().getLast()).endsWith("characters");
    }

    @Test
    void theTimeLeftIsStableWhenProgressComesInBursts() {
        ProgressDisplay progress = progress(true);
        Random bursts = new Random(7);
        long done = 0;
        while (done < 60_000) {
            progress.showConverted(done, 60_000);
            after(1);
            // 300 a second, but mostly nothing and then several answers at once.
            done += bursts.nextInt(3) == 0 ? 900 : 0;
        }

        List<Integer> left = new ArrayList<>();
        for (String line : lines().subList(20, lines().size())) {
            Matcher found = LEFT.matcher(line);
            if (found.find()) {
                left.add(60 * Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2)));
            }
        }
        assertThat(left).hasSizeGreaterThan(20);
        for (int i = 1; i < left.size(); i++) {
            int before = left.get(i - 1);
            assertThat(left.get(i)).isBetween((int) (before * 0.7) - 5, (int) (before * 1.3) + 5);
        }
        assertThat(left.getLast()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 30, 40, 60, 79, 80, 120})
    void noLineIsAsWideAsTheTerminal(int width) {
        ProgressDisplay progress =
                new ProgressDisplay(new PrintWriter(err, true), true, width, () -> now);
        progress.show("reading a long address…");
        progress.showConverted(1, 100_000);
        after(2);
        progress.showConverted(99_000, 100_000);
        after(400);
        progress.showConverted(99_100, 100_000);
        progress.showConverted(100_000, 100_000);

        assertThat(lines()).allMatch(line -> line.length() < width);
        assertThat(lines().getLast()).matches(".*(100 %|100,000 of 100,000 characters).*");
    }

    @Test
    void aNarrowTerminalShowsWhatFits() {
        for (int width : new int[] {20, 40, 60}) {
            new ProgressDisplay(new PrintWriter(err, true), true, width, () -> now)
                    .showConverted(4_500, 10_000);
        }

        assertThat(lines())
                .containsExactly(
                        "[████·······] 45 %",
                        "converting [███████·········] 45 %",
                        "converting [███████·········] 4,500 of 10,000 characters");
    }

    private ProgressDisplay progress(boolean terminal) {
        return new ProgressDisplay(new PrintWriter(err, true), terminal, 81, () -> now);
    }

    private void after(long seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    /// What a terminal showed, one after the other.
    private List<String> lines() {
        return List.of(err.toString().substring(1).split("\r", -1)).stream()
                .map(line -> line.replace("\u001b[2K", ""))
                .toList();
    }
}
