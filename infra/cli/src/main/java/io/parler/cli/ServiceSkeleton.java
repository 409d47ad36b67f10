package io.parler.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A new service with one route: its files, and its lines in the files that list all services.
final class ServiceSkeleton {
    private final Path home;
    private final String name;

    /// The name without hyphens, for a Java package.
    private final String packageName;

    /// The name in camel case, for classes and template parameters.
    private final String className;

    /// Every file to write. Nothing is written before all of them are known.
    private final Map<Path, String> files = new LinkedHashMap<>();

    ServiceSkeleton(Path home, String name) {
        this.home = home;
        this.name = name;
        this.packageName = name.replace("-", "");
        this.className =
                Arrays.stream(name.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /// Writes everything, and returns the files, relative to the home.
    Set<Path> write() {
        if (Files.exists(home.resolve("services").resolve(name))) {
            throw new CommandException("There is a service " + name + " already.");
        }
        addFiles();
        addToTheBuild();
        addToTheSuite();
        addToTheEdge();
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Path path = home.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.keySet();
    }

    private void addFiles() {
        String main = "src/main/java/io/parler/" + packageName + "/";
        String test = "src/test/java/io/parler/" + packageName + "/";
        addFile("pom.xml", "pom.xml");
        addFile("template.yaml", "template.yaml");
        addFile("README.md", "README.md");
        addFile("package-info.java.txt", main + "package-info.java");
        addFile("Greeting.java.txt", main + "Greeting.java");
        addFile("aws-package-info.java.txt", main + "aws/package-info.java");
        addFile("Api.java.txt", main + "aws/" + className + "Api.java");
        addFile("ApiTest.java.txt", test + "aws/" + className + "ApiTest.java");
        addFile("ArchitectureTest.java.txt", test + "ArchitectureTest.java");
    }

    private void addFile(String resource, String file) {
        try (InputStream in =
                Objects.requireNonNull(
                        ServiceSkeleton.class.getResourceAsStream("service/" + resource))) {
            files.put(
                    Path.of("services", name, file),
                    filled(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addToTheBuild() {
        insertBefore("services/pom.xml", "  </modules>", "    <module>@name@</module>\n");
        for (String module : List.of("deploy", "bench", "e2e")) {
            insertBefore(
                    "infra/" + module + "/pom.xml",
                    "  </dependencies>",
                    """

                        <!-- The service @name@, built before this module. -->
                        <dependency>
                          <groupId>io.parler.services</groupId><artifactId>@name@</artifactId><version>${project.version}</version><type>pom</type><scope>provided</scope>
                          <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
                        </dependency>
                    """);
        }
    }

    private void addToTheSuite() {
        String suite = "infra/suite.yaml";
        // Before the edge's second turn, which sends paths to all services.
        insertBefore(
                suite,
                "  - name: edge\n    template: edge.yaml\n    parameters:",
                "  - name: @name@\n    template: ../services/@name@/template.yaml\n");
        insertBefore(
                suite, "      LoadPostHost: ", "      @Class@Host: \"${ssm:@name@/api-host}\"\n");
    }

    private void addToTheEdge() {
        String edge = "infra/edge.yaml";
        insertBefore(
                edge,
                "  LoadPostHost:\n",
                """
                  @Class@Host:
                    Type: String
                    Default: ""
                """);
        insertBefore(
                edge, "  HasLoadPost: ", "  Has@Class@: !Not [!Equals [!Ref @Class@Host, \"\"]]\n");
        insertBefore(
                edge,
                "  RoutesNewConversions: ",
                """
                  Routes@Class@: !And
                    - !Condition Has@Class@
                    - !Equals [!Sub ",${LegacyPaths},", !Join ["", !Split [",/v1/@name@,", !Sub ",${LegacyPaths},"]]]
                """);
        insertBefore(
                edge,
                "          - !If\n            - HasLoadPost\n",
                """
                          - !If
                            - Has@Class@
                            - {Id: @name@, DomainName: !Ref @Class@Host, CustomOriginConfig: {OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2]}}
                            - !Ref AWS::NoValue
                """);
        insertBefore(
                edge,
                "          - !If\n            - RoutesArticle\n",
                """
                          - !If
                            - Routes@Class@
                            - PathPattern: /v1/@name@
                              TargetOriginId: @name@
                              ViewerProtocolPolicy: redirect-to-https
                              AllowedMethods: [GET, HEAD, OPTIONS]
                              CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
                              OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac
                            - !Ref AWS::NoValue
                """);
    }

    /// Inserts a text before the first place where the anchor is.
    private void insertBefore(String file, String anchor, String text) {
        Path path = Path.of(file);
        String before = files.computeIfAbsent(path, this::read);
        int place = before.indexOf(anchor);
        if (place < 0) {
            throw new CommandException(
                    file + " has changed: there is no line \"" + anchor.strip() + "\" in it.");
        }
        files.put(path, before.substring(0, place) + filled(text) + before.substring(place));
    }

    private String read(Path file) {
        try {
            return Files.readString(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String text) {
        return text.replace("@name@", name)
                .replace("@package@", packageName)
                .replace("@Class@", className);
    }
}
