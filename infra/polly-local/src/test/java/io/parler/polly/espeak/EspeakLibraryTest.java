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

class EspeakLibraryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"libespeak-ng.so.1", "libespeak-ng.1.dylib"})
    void theLibraryIsFoundByItsPlatformName(String name) throws IOException {
        Path library = Files.createFile(folder.resolve(name));
        assertThat(EspeakLibrary.find(null, List.of(Path.of("/nowhere"), folder)))
                .contains(library);
    }

    @Test
    void aConfiguredPathIsUsedExclusively() throws IOException {
        Path library = Files.createFile(folder.resolve("libespeak-ng.so.1"));
        Path other = Files.createFile(folder.resolve("mine.so"));
        assertThat(EspeakLibrary.find(other.toString(), List.of(folder))).contains(other);
        assertThat(EspeakLibrary.find("/nowhere", List.of(folder))).isEmpty();
        assertThat(EspeakLibrary.find("", List.of(folder))).isEmpty();
        assertThat(library).exists();
    }

    @Test
    void thereIsNoneIfItIsNotInstalled() {
        assertThat(EspeakLibrary.find(null, List.of(Path.of("/nowhere"), folder))).isEmpty();
    }
}
