package io.parler.deploy;

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
        slices().matching("io.parler.deploy.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheAdaptersCallAws() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..suite..",
                        "..key..",
                        "..archive..",
                        "..stack..",
                        "..plan..",
                        "..price..",
                        "..destroy..",
                        "..status..",
                        "..pipeline..",
                        "..terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(classes);
    }
}
