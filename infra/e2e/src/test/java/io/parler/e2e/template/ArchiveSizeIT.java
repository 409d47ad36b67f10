package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Lambda loads at each cold start. Whoever adds a library raises the limit on purpose.
class ArchiveSizeIT {
    private static final Map<String, Double> MAX_MEGABYTES =
            Map.of(
                    "load-post", 8.5,
                    "post-conversion", 7.6,
                    "conversion", 8.6,
                    "status", 6.8,
                    "frontend-api", 8.0);

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void anArchiveIsNotMuchLargerThanWhatItsServiceNeeds(Template template) throws IOException {
        String service = template.name();
        Path archive = ProjectFiles.path("services/" + service + "/target/" + service + ".zip");

        assertThat(Files.size(archive) / 1e6)
                .as("megabytes of %s", archive.getFileName())
                .isLessThan(Objects.requireNonNull(MAX_MEGABYTES.get(service), service));
    }
}
