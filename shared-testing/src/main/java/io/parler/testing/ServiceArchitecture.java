package io.parler.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The rules for the packages of every service.
public final class ServiceArchitecture {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    private ServiceArchitecture() {}

    /// Everything outside the package `aws` is the domain, sub-packages too.
    ///
    /// @param exceptions other packages that may use AWS or JSON
    public static void assertDomainKnowsNeitherAwsNorJson(String service, String... exceptions) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Stream.concat(Stream.of(service + ".aws.."), Stream.of(exceptions))
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..aws..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "com.fasterxml..",
                        "io.parler.http..",
                        "io.parler.events..")
                .check(CLASSES);
    }

    public static void assertNoCycles(String service) {
        slices().matching(service + ".(**)")
                .namingSlices("package $1")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
