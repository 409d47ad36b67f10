package io.parler.loadpost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.parler.testing.ServiceArchitecture;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.parler.loadpost.";

    /// Each package, and the packages it may use.
    private static final String LAYERS =
            """
            aws      : follow load cache article block text feed fetch opml
            follow   : load feed fetch
            load     : article page feed cover fetch
            article  : block extract page text dom date
            block    : page text dom date
            extract  : page dom
            page     : dom json
            text     : dom
            dom      :
            feed     : fetch date json
            cover    :
            cache    : fetch
            fetch    :
            date     :
            json     :
            opml     :
            """;

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    static Stream<String> layers() {
        return LAYERS.lines();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aPackageUsesOnlyThePackagesBelowIt(String layer) {
        String[] parts = layer.split(":", 2);
        String[] allowed =
                Stream.concat(
                                Stream.of(parts[0]),
                                Arrays.stream(parts[1].split(" ")).filter(name -> !name.isBlank()))
                        .map(name -> ROOT + name.strip() + "..")
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + parts[0].strip() + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("io.parler.loadpost..")
                                .or(resideInAnyPackage(allowed)))
                .check(CLASSES);
    }

    @Test
    void everyPackageHasALayer() {
        assertThat(
                        CLASSES.stream()
                                .map(type -> type.getPackageName() + ".")
                                .filter(name -> !name.equals(ROOT))
                                .map(name -> name.substring(ROOT.length(), name.length() - 1))
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        layers().map(layer -> layer.split(":", 2)[0].strip()).toList());
    }

    @Test
    void packagesAreFreeOfCycles() {
        ServiceArchitecture.assertNoCycles("io.parler.loadpost");
    }

    @Test
    void theDomainUsesNeitherAwsNorJson() {
        ServiceArchitecture.assertDomainKnowsNeitherAwsNorJson(
                "io.parler.loadpost", "io.parler.loadpost.json");
    }

    @Test
    void onlyTheWebClientOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..loadpost.fetch..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .check(CLASSES);
    }

    /// Loading graphics takes time that a request for an article must not wait for.
    @ParameterizedTest
    @CsvSource({"java.awt..", "javax.imageio..", "com.twelvemonkeys.."})
    void onlyAFewClassesOfCoversUseGraphics(String graphics) {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*\\.cover\\.(ImageDecoder|PixelRows|TimeLimitedImageInput|JpegWriter)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(graphics)
                .check(CLASSES);
    }
}
