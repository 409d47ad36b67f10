package io.parler.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the services' own code may not say, and what it may call a problem.
class ServiceSourcesTest {
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?i)(?<![a-z0-9])(local|localhost|embedded|localstack|elasticmq|fake|mock|stub|test double)s?(?![a-z0-9])");

    /// A problem as code names it: Problem.of(404, "no-feed" …, or an address under /problems/.
    private static final Pattern PROBLEM =
            Pattern.compile(
                    "(?:[Pp]roblem(?:\\.of)?\\(\\s*(?:\\d{3},\\s*)?\"|/problems/)([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void noServiceKnowsOfAnyOtherPlaceThanAws() {
        List<String> found =
                sources()
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
    void suchALineIsSeen(String line) {
        assertThat(ELSEWHERE.matcher(line).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LocalDate.now()", "Locale.ROOT", "localize()", "hammocks"})
    void aLineThatOnlyLooksLikeItIsNot(String line) {
        assertThat(ELSEWHERE.matcher(line).find()).isFalse();
    }

    @Test
    void everyProblemNamedIsDescribed() throws IOException {
        assertThat(named()).isNotEmpty();
        assertThat(described()).containsAll(named());
    }

    /// As a literal, or as the constant of an enum that a slug is made from.
    @Test
    void everyProblemDescribedIsNamedSomewhere() throws IOException {
        String code =
                Stream.concat(sources(), sharedSources())
                        .map(ProjectFiles::read)
                        .reduce("", String::concat);
        Set<String> constants =
                Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b")
                        .matcher(code)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        assertThat(described())
                .filteredOn(
                        slug ->
                                !code.contains('"' + slug + '"')
                                        && !code.contains("/" + slug + '"')
                                        && !constants.contains(constant(slug)))
                .isEmpty();
    }

    private static String constant(String slug) {
        return slug.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> named() {
        Set<String> slugs = new TreeSet<>();
        Stream.concat(sources(), sharedSources())
                .forEach(
                        file ->
                                PROBLEM.matcher(ProjectFiles.read(file))
                                        .results()
                                        .forEach(found -> slugs.add(found.group(1))));
        return slugs;
    }

    private static Set<String> described() throws IOException {
        JsonNode problems =
                new ObjectMapper()
                        .readTree(
                                ProjectFiles.read(ProjectFiles.path("contracts", "problems.json")));
        Set<String> slugs = new TreeSet<>();
        problems.fieldNames().forEachRemaining(slugs::add);
        return slugs;
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
        return Stream.of("shared-http", "shared-events")
                .flatMap(
                        module ->
                                ProjectFiles.files(ProjectFiles.path(module, "src/main"), ".java")
                                        .stream());
    }

    private static Stream<String> lines(Path file) {
        return ProjectFiles.read(file).lines();
    }
}
