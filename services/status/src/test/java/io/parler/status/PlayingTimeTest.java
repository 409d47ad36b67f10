package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayingTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0:00, PT0S",
        "59.4, 0:59, PT59S",
        "184.608, 3:04, PT185S",
        "3723, 1:02:03, PT3723S"
    })
    void aLengthIsReadByPeopleAndMachines(double seconds, String clock, String iso) {
        assertThat(new PlayingTime(seconds).clock()).isEqualTo(clock);
        assertThat(new PlayingTime(seconds).iso()).isEqualTo(iso);
    }
}
