package io.parler.conversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.parler.conversion");

    @Test
    void theDomainKnowsNeitherAwsNorJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.parler.conversion.aws")
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

    @Test
    void framesKnowNothingOfArticles() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.conversion.mp3")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.parler.conversion")
                .check(classes);
    }

    @Test
    void theScriptKnowsNothingOfConversions() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.conversion.script")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.parler.conversion")
                .check(classes);
    }
}
