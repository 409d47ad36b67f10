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
    void theDomainKnowsNeitherAwsNorOthersNorJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.parler.conversion.aws", "io.parler.conversion.vendor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..aws..",
                        "..vendor..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "com.fasterxml..",
                        "io.parler.http..",
                        "io.parler.events..")
                .check(classes);
    }

    @Test
    void servicesOfOthersAreReachedWithoutAws() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.conversion.vendor")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..aws..", "com.amazonaws..", "software.amazon..", "io.parler.events..")
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
