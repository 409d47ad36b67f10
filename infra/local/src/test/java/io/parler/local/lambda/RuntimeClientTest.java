package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeClientTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64, x86_64", "Linux, aarch64, aarch_64"})
    void theClientHasALibraryForLinux(String system, String machine, String part) {
        String name = RuntimeClient.libraryName(system, machine).orElseThrow();

        assertThat(name).endsWith("-" + part + ".so");
        assertThat(getClass().getClassLoader().getResource("jni/" + name)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void thereIsNoLibraryForOtherSystems(String system, String machine) {
        assertThat(RuntimeClient.libraryName(system, machine)).isEmpty();
    }

    @Test
    void anObstacleIsReportedExactlyWhenThereIsNoLibrary() {
        assertThat(RuntimeClient.obstacle().isPresent())
                .isEqualTo(
                        RuntimeClient.libraryName(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch"))
                                .isEmpty());
    }
}
