package io.parler.status;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void theDomainKnowsNeitherAwsNorJson() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.status")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..aws..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "com.fasterxml..",
                        "io.parler.http..",
                        "io.parler.events..")
                .check(classes);
    }
}
