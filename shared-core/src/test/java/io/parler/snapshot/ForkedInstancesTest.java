package io.parler.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ForkedInstancesTest {
    @Test
    void twoInstancesFromOneSnapshotHaveDifferentIds() throws IOException {
        List<String> ids = instances();

        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        assertThat(ids.get(0).split(" ")).doesNotContain(ids.get(1).split(" "));
    }

    /// One thread is all that a forked JVM has, so it must not compile or collect.
    private static List<String> instances() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xint",
                                "-XX:+UseSerialGC",
                                "-Xmn64m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ForkedInstances.class.getName())
                        .start();
        try {
            return lines(process);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> lines(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
