package io.parler.loadpost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theDomainKnowsNeitherAwsNorJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..loadpost.aws")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.parler.loadpost.aws..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "com.fasterxml..",
                        "io.parler.http..")
                .check(classes);
    }

    @Test
    void onlyThePublicWebOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..loadpost.fetch")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .check(classes);
    }

    @Test
    void whatIsFetchedOrReadDoesNotKnowWhetherItWasKept() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..loadpost.cache", "..loadpost.aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..loadpost.cache")
                .check(classes);
    }

    /// Loading graphics takes time that a request for an article must not wait for.
    @Test
    void onlyAFewClassesOfCoversKnowGraphics() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.parler.loadpost.cover.PixelReader")
                .and()
                .doNotHaveFullyQualifiedName("io.parler.loadpost.cover.PixelRows")
                .and()
                .doNotHaveFullyQualifiedName("io.parler.loadpost.cover.TimedBytes")
                .and()
                .doNotHaveFullyQualifiedName("io.parler.loadpost.cover.JpegWriter")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "com.twelvemonkeys..")
                .check(classes);
    }

    @Test
    void anArticleIsReadFromTextAlone() {
        noClasses()
                .that()
                .resideInAPackage("..loadpost.article")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..loadpost.fetch", "..loadpost.feed")
                .check(classes);
    }
}
