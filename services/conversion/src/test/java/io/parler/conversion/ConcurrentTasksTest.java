package io.parler.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConcurrentTasksTest {
    @Test
    void eachTaskHasTheDeadlineInScope() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofHours(1));

        Map<String, Optional<Deadline>> seen =
                deadline.call(
                        () ->
                                ConcurrentTasks.map(
                                        List.of("a", "b", "c"), 2, _ -> Deadline.current()));

        assertThat(seen.values()).hasSize(3).containsOnly(Optional.of(deadline));
    }

    @Test
    void whatATaskThrowsIsThrownUnchanged() {
        IllegalStateException outage = new IllegalStateException("outage");

        assertThatThrownBy(
                        () ->
                                ConcurrentTasks.map(
                                        List.of("a"),
                                        1,
                                        _ -> {
                                            throw outage;
                                        }))
                .isSameAs(outage);
    }
}
