package io.parler.bench.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    @TempDir private Path folder;

    @BeforeEach
    void aPage() throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("pages/one.html"), "<p>One.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\tpages/one.html\thttps://example.org/one",
                "one pages/one.html https://example.org/one",
                "id\tfile\turl\none\tpages/one.html\thttps://example.org/one",
                "# ours\n\none\tpages/one.html\thttps://example.org/one\n",
                "{\"id\":\"one\",\"file\":\"pages/one.html\",\"url\":\"https://example.org/one\"}",
                "[{\"id\":\"one\",\"html\":\"pages/one.html\",\"url\":\"https://example.org/one\"}]",
            })
    void aLineHasAnIdAFileAndAUrl(String text) throws IOException {
        assertThat(Manifest.read(manifest(text)))
                .containsExactly(
                        new Manifest.Item(
                                "one",
                                folder.resolve("pages/one.html").toAbsolutePath(),
                                "https://example.org/one",
                                Optional.empty()));
    }

    @Test
    void aFourthFieldIsTheExpectedText() throws IOException {
        Files.writeString(folder.resolve("one.txt"), "One.");

        assertThat(Manifest.read(manifest("one\tpages/one.html\t\tone.txt")))
                .singleElement()
                .extracting(item -> item.expectedText().orElseThrow())
                .isEqualTo("One.");
    }

    @Test
    void theUrlIsOptional() throws IOException {
        assertThat(Manifest.read(manifest("one\tpages/one.html")))
                .singleElement()
                .extracting(Manifest.Item::url)
                .isEqualTo("https://example.org/");
    }

    @Test
    void aMissingFileIsReportedWithItsLine() throws IOException {
        Path manifest = manifest("one\tpages/one.html\ntwo\tpages/two.html");
        assertThatThrownBy(() -> Manifest.read(manifest))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("pages/two.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "one", "{\"id\": "})
    void aManifestWithoutFilesIsRejected(String text) throws IOException {
        Path manifest = manifest(text);
        assertThatThrownBy(() -> Manifest.read(manifest)).isInstanceOf(ManifestException.class);
    }

    private Path manifest(String text) throws IOException {
        return Files.writeString(folder.resolve("manifest.tsv"), text);
    }
}
