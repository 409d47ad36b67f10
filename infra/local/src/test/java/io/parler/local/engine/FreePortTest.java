package io.parler.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortTest {
    private final List<Integer> ports = new ArrayList<>();

    @Test
    void aPortThatWasTakenMeanwhileIsReplacedByAnother() throws Exception {
        int started =
                FreePort.start(
                        port -> {
                            ports.add(port);
                            if (ports.size() < 3) {
                                throw new IOException(
                                        "start failed", new BindException("Address in use"));
                            }
                            return port;
                        });

        assertThat(ports).hasSize(3).last().isEqualTo(started);
    }

    @Test
    void anotherFailureIsNotRetried() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                FreePort.start(
                                        port -> {
                                            ports.add(port);
                                            throw new IllegalStateException("broken");
                                        }));
        assertThat(ports).hasSize(1);
    }

    @Test
    void itGivesUpWhenNoPortWorks() {
        assertThatIOException()
                .isThrownBy(
                        () ->
                                FreePort.start(
                                        port -> {
                                            ports.add(port);
                                            throw new BindException("Address in use");
                                        }));
        assertThat(ports).hasSizeGreaterThan(5);
    }
}
