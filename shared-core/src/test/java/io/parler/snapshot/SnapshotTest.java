package io.parler.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    @Test
    void lambdaSaysWhetherItTakesOne() {
        assertThat(Snapshot.isTaken(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")))
                .isTrue();
        assertThat(Snapshot.isTaken(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")))
                .isFalse();
        assertThat(Snapshot.isTaken(Map.of())).isFalse();
    }

    @Test
    void onlyTheWorkBeforeTheSnapshotIsPriming() throws Exception {
        List<Boolean> priming = new ArrayList<>();
        Primed function = () -> priming.add(Snapshot.isPriming());

        function.beforeCheckpoint(Core.getGlobalContext());
        function.afterRestore(Core.getGlobalContext());

        assertThat(priming).containsExactly(true);
        assertThat(Snapshot.isPriming()).isFalse();
    }

    @Test
    void aFunctionThatFailsIsNotPublished() {
        Primed function =
                () -> {
                    throw new IllegalStateException("a bug");
                };

        assertThatThrownBy(() -> function.beforeCheckpoint(Core.getGlobalContext()))
                .hasMessage("a bug");
    }
}
