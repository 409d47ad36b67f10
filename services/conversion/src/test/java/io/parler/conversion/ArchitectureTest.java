package io.parler.conversion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.parler.conversion";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    private static final String[] AWS = {
        "com.amazonaws..", "software.amazon..", "io.parler.events..", ROOT + ".aws.."
    };

    /// The packages of this service that each package may use, besides the root. In the order of
    /// the table, each uses only packages above it.
    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    may("mp3"),
                    may("speech"),
                    may("article"),
                    may("normalization", "speech"),
                    may("script", "article", "normalization", "speech"),
                    may("level", "mp3"),
                    may("voice", "speech", "mp3"),
                    may("chunk", "script", "speech", "voice", "level", "mp3"),
                    may("preparation", "article", "script", "speech", "voice"),
                    may("synthesis", "speech", "voice", "chunk", "level", "mp3"),
                    may(
                            "audio",
                            "article",
                            "script",
                            "speech",
                            "voice",
                            "chunk",
                            "preparation",
                            "level",
                            "mp3"),
                    may(
                            "job",
                            "article",
                            "script",
                            "voice",
                            "chunk",
                            "preparation",
                            "synthesis",
                            "audio"),
                    may("quote", "article", "script", "speech", "voice", "chunk", "preparation"),
                    may("sample", "speech", "voice", "chunk", "mp3"),
                    may("provider", "voice", "mp3"));

    /// The packages that the package of a provider may use.
    private static final List<String> PROVIDER_MAY_USE =
            List.of("speech", "voice", "provider", "mp3");

    /// The prefix of those packages.
    private static final String PROVIDER = "provider.";

    private static Map.Entry<String, List<String>> may(String name, String... others) {
        return Map.entry(name, List.of(others));
    }

    private static List<String> mayUse(String name) {
        return name.startsWith(PROVIDER) ? PROVIDER_MAY_USE : MAY_USE.getOrDefault(name, List.of());
    }

    static Stream<String> domainPackages() {
        return packages()
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .filter(name -> !name.equals("aws") && !name.startsWith("aws."))
                .sorted();
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("domainPackages")
    void aPackageUsesOnlyPackagesBelowIt(String name) {
        String[] foreign =
                packages()
                        .filter(other -> !other.equals(ROOT) && !other.equals(ROOT + "." + name))
                        .filter(
                                other ->
                                        mayUse(name).stream()
                                                .noneMatch(o -> other.equals(ROOT + "." + o)))
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .check(CLASSES);
    }

    @Test
    void theRootPackageUsesNoOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".*..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(
                        domainPackages()
                                .filter(name -> !name.startsWith(PROVIDER))
                                .collect(Collectors.toSet()))
                .isEqualTo(MAY_USE.keySet());
    }

    @Test
    void theDomainImportsNeitherAwsNorJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".aws..", ROOT + ".provider..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(
                                        Stream.of(AWS),
                                        Stream.of("com.fasterxml..", "io.parler.http.."))
                                .toArray(String[]::new))
                .check(CLASSES);
    }

    /// Polly is a provider like the others, but called with the AWS SDK.
    @Test
    void onlyPollyIsCalledWithTheAwsSdk() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".provider..")
                .and()
                .resideOutsideOfPackage(ROOT + ".provider.polly")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AWS)
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage(ROOT + ".provider.polly")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        ROOT + ".aws..",
                        "com.amazonaws..",
                        "io.parler.events..",
                        "software.amazon.awssdk.services.s3..",
                        "software.amazon.awssdk.services.dynamodb..")
                .check(CLASSES);
    }

    /// The default generator repeats numbers when threads share it. One that is seeded before a
    /// snapshot repeats them in every process that starts from it.
    @Test
    void randomNumbersComeFromSecureRandom() {
        noClasses()
                .should()
                .callMethod(RandomGenerator.class, "getDefault")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .check(CLASSES);
    }

    private static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).distinct();
    }
}
