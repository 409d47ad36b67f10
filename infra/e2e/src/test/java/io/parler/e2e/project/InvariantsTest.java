package io.parler.e2e.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Checks that everything that `docs/INVARIANTS.md` names as enforcing a rule exists.
class InvariantsTest {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("\\w+(Test|IT|Contract|Rules)");

    @Test
    void everyRuleNamesWhatEnforcesIt() {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.rule()).isNotBlank();
                            assertThat(row.enforcedBy()).as(row.rule()).isNotEmpty();
                        });
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Set<String> classes = classNames();

        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(row.enforcedBy())
                                        .as(row.rule())
                                        .filteredOn(name -> TEST.matcher(name).matches())
                                        .allMatch(classes::contains));
    }

    @Test
    void everyOtherNameIsAFileOrInAPom() {
        String poms =
                ProjectFiles.read(ProjectFiles.path("pom.xml"))
                        + ProjectFiles.read(ProjectFiles.path("services", "pom.xml"));

        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(row.enforcedBy())
                                        .as(row.rule())
                                        .filteredOn(name -> !TEST.matcher(name).matches())
                                        .allMatch(
                                                name ->
                                                        poms.contains(name)
                                                                || Files.exists(
                                                                        ProjectFiles.path(name))));
    }

    private static List<Row> rows() {
        return ProjectFiles.read(ProjectFiles.path("docs", "INVARIANTS.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---") && !line.startsWith("| rule |"))
                .map(Row::of)
                .toList();
    }

    /// The names of all Java sources, without generated and downloaded files.
    private static Set<String> classNames() throws IOException {
        Set<String> names = new HashSet<>();
        Files.walkFileTree(
                ProjectFiles.root(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        String name = folder.getFileName().toString();
                        boolean skipped =
                                name.startsWith(".")
                                        || name.equals("target")
                                        || name.equals("node_modules");
                        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = file.getFileName().toString();
                        if (name.endsWith(".java")) {
                            names.add(name.substring(0, name.length() - ".java".length()));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return names;
    }

    /// A row of the page: a rule, and the names in its second column.
    private record Row(String rule, List<String> enforcedBy) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            assertThat(cells).as(line).hasSize(4);
            List<String> names =
                    NAME.matcher(cells[2])
                            .results()
                            .map((MatchResult match) -> match.group(1))
                            .toList();
            return new Row(cells[1].strip(), names);
        }
    }
}
