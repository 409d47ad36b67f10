package io.parler.polly.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"libespeak-ng.so.1", "libespeak-ng.1.dylib"})
    void itIsFoundByTheNameOfTheSystem(String name) throws IOException {
        Path library = Files.createFile(folder.resolve(name));
        assertThat(Library.of(null, List.of(Path.of("/nowhere"), folder))).contains(library);
    }

    @Test
    void whatIsNamedIsTakenAndNothingElse() throws IOException {
        Path library = Files.createFile(folder.resolve("libespeak-ng.so.1"));
        Path other = Files.createFile(folder.resolve("mine.so"));
        assertThat(Library.of(other.toString(), List.of(folder))).contains(other);
        assertThat(Library.of("/nowhere", List.of(folder))).isEmpty();
        assertThat(Library.of("", List.of(folder))).isEmpty();
        assertThat(library).exists();
    }

    @Test
    void whereItIsNotInstalledThereIsNone() {
        assertThat(Library.of(null, List.of(Path.of("/nowhere"), folder))).isEmpty();
    }
}
