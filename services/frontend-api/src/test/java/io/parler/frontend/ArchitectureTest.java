package io.parler.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theDomainKnowsNeitherAwsNorJson() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.parler.frontend");

        noClasses()
                .that()
                .resideInAPackage("io.parler.frontend")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parler.frontend.aws..",
                        "io.parler.http..",
                        "io.parler.events..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "com.fasterxml..")
                .check(classes);
    }
}
