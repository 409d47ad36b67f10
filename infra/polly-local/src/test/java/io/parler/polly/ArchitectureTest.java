package io.parler.polly;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter().importPath(Path.of("target/classes/io"));

    @Test
    void packagesDependOnEachOtherWithoutCycles() {
        slices().matching("io.parler.polly.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noPackageDependsOnTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("io.parler.polly.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.parler.polly")
                .check(classes);
    }

    @Test
    void onlyTheHttpPackageKnowsTheProtocol() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.parler.polly", "io.parler.polly.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.parler.polly.http..", "com.sun.net.httpserver..")
                .check(classes);
    }
}
