package io.parler.loadpost.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileImageIT {
    private static final String[] WITHOUT_COVER = {
        "png-of-3600-megapixels",
        "png-of-one-row",
        "png-of-nothing",
        "png-below-nothing",
        "gif-of-4295-megapixels",
        "jpeg-of-4225-megapixels",
        "progressive-of-49-megapixels",
        "progressive-of-many-scans",
        "lossy-webp-of-268-megapixels",
        "lossless-webp-of-268-megapixels",
        "bmp-of-many-megapixels",
        "bmp-with-a-jpeg-inside"
    };

    @TempDir private Path folder;

    @Test
    void aHostileImageBecomesACoverOrAProblemWithLittleTimeAndMemory() throws Exception {
        Map<String, End> ends = ends();
        assertThat(ends.keySet()).containsAll(HostileImages.all().keySet());
        assertThat(ends.keySet()).contains("broken-inks.jpg");
        assertThat(ends).allSatisfy((name, end) -> assertThat(end.cpuMillis()).isLessThan(15_000));
        for (String name : WITHOUT_COVER) {
            assertThat(ends.get(name)).as(name).extracting(End::how).isEqualTo("no-picture");
        }
        assertThat(ends.get("png-with-a-long-text")).extracting(End::how).isEqualTo("cover");
    }

    private record End(String how, long cpuMillis) {}

    private Map<String, End> ends() throws Exception {
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HostileImages.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("hangs").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        var ends = new LinkedHashMap<String, End>();
        for (String line : Files.readAllLines(said)) {
            String[] words = line.split(" ", 3);
            ends.put(words[0], new End(words[1], Long.parseLong(words[2])));
        }
        return ends;
    }
}
