package io.parler.deploy.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {
    @TempDir private Path folder;
    private Path file = Path.of("suite.yaml");

    @BeforeEach
    void writesAFile() throws IOException {
        file =
                Files.writeString(
                        folder.resolve("suite.yaml"),
                        """
                        suite: parler
                        stacks:
                          - name: edge
                            template: edge.yaml
                            local: {PublicOrigin: "${origin}"}
                          - name: load-post
                            template: ../services/load-post/template.yaml
                            parameters: {Networks: [a, b]}
                          - name: edge
                            template: edge.yaml
                            parameters: {Host: "${ssm:load-post/api-host}"}
                        """);
    }

    @Test
    void theOrderIsTheFilesAndAStackMayComeTwice() {
        SuiteFile suite = SuiteFile.read(file);

        assertThat(suite.entries())
                .extracting(SuiteEntry::name)
                .containsExactly("edge", "load-post", "edge");
        assertThat(suite.names()).containsExactly("edge", "load-post");
    }

    @Test
    void pathsAreRelativeToTheFile() {
        assertThat(SuiteFile.read(file).entries().get(1).template())
                .isEqualTo(folder.resolve("../services/load-post/template.yaml").normalize());
    }

    @Test
    void valuesForOneMachineAreNotRead() {
        List<SuiteEntry> entries = SuiteFile.read(file).entries();

        assertThat(entries.get(0).parameters()).isEmpty();
        assertThat(entries.get(1).parameters())
                .containsExactly(Map.entry("Networks", List.of("a", "b")));
        assertThat(entries.get(2).parameters())
                .containsExactly(Map.entry("Host", List.of("${ssm:load-post/api-host}")));
    }

    @Test
    void onlySelectsEveryEntryOfAStack() {
        assertThat(SuiteFile.read(file).only(List.of("edge")).entries()).hasSize(2);
        assertThat(SuiteFile.read(file).only(List.of()).entries()).hasSize(3);
    }

    @Test
    void anUnknownStackIsReportedWithThoseThereAre() {
        assertThatThrownBy(() -> SuiteFile.read(file).only(List.of("loadpost")))
                .isInstanceOf(DeployException.class)
                .hasMessage("There is no stack loadpost; there are edge, load-post.");
    }

    @Test
    void aFileWithAnotherShapeIsReportedByTheField() throws IOException {
        Files.writeString(file, "stacks: [{name: edge}]");

        assertThatThrownBy(() -> SuiteFile.read(file))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("template is not a string");
    }
}
