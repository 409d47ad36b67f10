package io.parler.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Pattern PARLER_WORD =
            Pattern.compile(
                    "parler|polly|voice|speech|blog|podcast|audio|mp3|article",
                    Pattern.CASE_INSENSITIVE);

    private final JavaClasses classes =
            new ClassFileImporter().importPath(Path.of("target/classes/io"));

    @Test
    void packagesDependOnEachOtherWithoutCycles() {
        slices().matching("io.parler.local.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noPackageDependsOnTheSuiteThatAssemblesThem() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.local.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.parler.local")
                .check(classes);
    }

    @Test
    void theRuntimeNamesNothingOfTheProductItRuns() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<String> found =
                    files.filter(Files::isRegularFile)
                            .flatMap(ArchitectureTest::linesWithAParlerWord)
                            .toList();
            assertThat(found).isEmpty();
        }
    }

    private static Stream<String> linesWithAParlerWord(Path file) {
        try {
            return Files.readString(file)
                    .replace("io.parler.local", "")
                    .lines()
                    .filter(line -> PARLER_WORD.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
