package io.parler.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules for the source code of the services.
class ServiceSourcesTest {
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?i)(?<![a-z0-9])(local|localhost|embedded|localstack|elasticmq|fake|mock|stub|test double)s?(?![a-z0-9])");

    /// The normalization of texts reads host names such as localhost: it is about texts.
    @Test
    void noServiceKnowsWhereItRuns() {
        List<String> found =
                sources()
                        .filter(file -> !file.toString().contains("/conversion/normalization/"))
                        .flatMap(
                                file ->
                                        lines(file)
                                                .filter(line -> ELSEWHERE.matcher(line).find())
                                                .map(
                                                        line ->
                                                                ProjectFiles.root().relativize(file)
                                                                        + ": "
                                                                        + line.strip()))
                        .toList();
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// on localhost",
                "String mock = x;",
                "the embedded engine",
                "if (isLocal) // local",
                "LOCAL = 1"
            })
    void suchALineIsFound(String line) {
        assertThat(ELSEWHERE.matcher(line).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LocalDate.now()", "Locale.ROOT", "localize()", "hammocks"})
    void aLineThatOnlyLooksSimilarIsNotFound(String line) {
        assertThat(ELSEWHERE.matcher(line).find()).isFalse();
    }

    /// Titles are only in `problems.json`, and `ProblemType` reads them.
    @Test
    void noCodeRepeatsTheTitleOfAProblem() throws IOException {
        List<String> titles = new ArrayList<>();
        described().forEach(problem -> titles.add('"' + problem.path("title").asText() + '"'));

        assertThat(titles).isNotEmpty();
        assertThat(Stream.concat(sources(), sharedSources()).toList())
                .allSatisfy(
                        file ->
                                assertThat(titles)
                                        .as(file.toString())
                                        .noneMatch(ProjectFiles.read(file)::contains));
    }

    @Test
    void everyProblemDescribedIsUsed() throws IOException {
        String code =
                Stream.concat(sources(), sharedSources())
                        .filter(file -> !file.endsWith("ProblemType.java"))
                        .map(ProjectFiles::read)
                        .reduce("", String::concat);

        assertThat(described().fieldNames())
                .toIterable()
                .map(ServiceSourcesTest::constant)
                .filteredOn(
                        constant -> !Pattern.compile("\\b" + constant + "\\b").matcher(code).find())
                .isEmpty();
    }

    private static String constant(String slug) {
        return slug.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static JsonNode described() throws IOException {
        return new ObjectMapper()
                .readTree(ProjectFiles.read(ProjectFiles.path("contracts", "problems.json")));
    }

    private static Stream<Path> sources() {
        return ProjectFiles.SERVICES.stream()
                .flatMap(
                        service ->
                                ProjectFiles.files(
                                        ProjectFiles.path("services", service, "src/main"), ".java")
                                        .stream());
    }

    private static Stream<Path> sharedSources() {
        return Stream.of(
                        "shared-core",
                        "shared-aws",
                        "shared-http",
                        "shared-events",
                        "shared-request")
                .flatMap(
                        module ->
                                ProjectFiles.files(ProjectFiles.path(module, "src/main"), ".java")
                                        .stream());
    }

    private static Stream<String> lines(Path file) {
        return ProjectFiles.read(file).lines();
    }
}
