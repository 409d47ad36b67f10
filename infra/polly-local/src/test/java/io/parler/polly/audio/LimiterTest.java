package io.parler.polly.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final int RATE = 16_000;

    @Test
    void noSampleIsAboveTheCeiling() {
        float[] limited = Limiter.limit(tone(1.4f), RATE);

        for (float sample : limited) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo(.8415f);
        }
    }

    @Test
    void quietSoundStaysAsItIs() {
        float[] quiet = tone(.5f);

        assertThat(Limiter.limit(quiet, RATE)).isEqualTo(quiet);
    }

    @Test
    void theGainChangesGradually() {
        float[] click = new float[RATE];
        Arrays.fill(click, .2f);
        click[RATE / 2] = 1.6f;

        float[] limited = Limiter.limit(click, RATE);

        for (int i = 1; i < RATE; i++) {
            if (i != RATE / 2 && i != RATE / 2 + 1) {
                assertThat(limited[i]).isCloseTo(limited[i - 1], Offset.offset(.01f));
            }
        }
        assertThat(limited[0]).isEqualTo(.2f);
        assertThat(limited[RATE - 1]).isEqualTo(.2f);
    }

    private static float[] tone(float amplitude) {
        float[] samples = new float[RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / RATE));
        }
        return samples;
    }
}
