package io.parler.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue queue = new FairQueue();

    @Test
    void anotherAccountIsServedBeforeTheBacklogOfTheFirst() {
        for (int i = 0; i < 100; i++) {
            queue.add(new Conversion(0, i, 1));
        }
        assertThat(queue.take().account()).isZero();
        queue.add(new Conversion(1, 200, 1));

        assertThat(queue.take().account()).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(99);
    }

    @Test
    void accountsWithNothingInWorkTakeTurns() {
        queue.add(new Conversion(0, 0, 1));
        queue.add(new Conversion(0, 1, 1));
        queue.add(new Conversion(1, 2, 1));

        Conversion first = queue.take();
        queue.done(first);

        assertThat(first.account()).isZero();
        assertThat(queue.take().account()).isEqualTo(1);
        assertThat(queue.take().arrival()).isEqualTo(1);
    }
}
