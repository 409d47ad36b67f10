package io.parler.conversion.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleReaderTest {
    /// Else two threads that decode their first frames at once see tables that are half made.
    @Test
    void theTablesOfTheDecoderAreMadeBeforeAnyThreadDecodes() throws Exception {
        try (URLClassLoader fresh =
                new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class.forName(SampleReader.class.getName(), true, fresh);

            Field tables = fresh.loadClass("javazoom.jl.decoder.huffcodetab").getField("ht");
            tables.setAccessible(true);
            assertThat((Object[]) tables.get(null)).isNotNull().doesNotContainNull();
        }
    }

    private static URL[] classPath() {
        return Stream.of(
                        System.getProperty("java.class.path")
                                .split(Pattern.quote(File.pathSeparator), -1))
                .map(SampleReaderTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
