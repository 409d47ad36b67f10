package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.project.YamlReader;
import io.parler.e2e.suite.LauncherCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `parler new-service` in a copy of the files that it changes.
class NewServiceIT {
    private static final List<String> CHANGED =
            List.of(
                    "services/pom.xml",
                    "infra/suite.yaml",
                    "infra/edge.yaml",
                    "infra/deploy/pom.xml",
                    "infra/bench/pom.xml",
                    "infra/e2e/pom.xml");

    @TempDir static Path home;

    private static String output = "";

    @BeforeAll
    static void addsAService() throws IOException {
        for (String file : CHANGED) {
            Files.createDirectories(home.resolve(file).resolveSibling("."));
            Files.copy(ProjectFiles.path(file), home.resolve(file));
        }
        output = LauncherCommand.outputIn(home, "new-service", "text-search");
    }

    private static Template template() {
        return Template.read(home.resolve("services/text-search/template.yaml"));
    }

    @Test
    void itsTemplateKeepsTheRules() {
        Template template = template();
        Path sources = home.resolve("services/text-search/src/main/java");

        assertThat(template.functions()).containsOnlyKeys("TextSearchApi");
        assertThat(FunctionRules.settingsAreSetAndRead(template, sources)).isEmpty();
        assertThat(FunctionRules.functionsHaveTheirOwnLogs(template)).isEmpty();
        assertThat(FunctionRules.apisStartFromASnapshot(template, sources)).isEmpty();
        assertThat(FunctionRules.policiesAreNarrow(template)).isEmpty();
        assertThat(RouteRules.routesAreAnswered(template, sources)).isEmpty();
        assertThat(RouteRules.apisAreThrottled(template)).isEmpty();
        assertThat(AlarmRules.everythingIsWatched(template)).isEmpty();
        assertThat(AlarmRules.durationsAreComparedWithTheTimeouts(template)).isEmpty();
        assertThat(AlarmRules.memoryIsReadFromTheLogs(template)).isEmpty();
        assertThat(DashboardRules.everythingIsShown(template)).isEmpty();
        assertThat(DashboardRules.widgetsAreValid(template, "ServiceDashboard")).isEmpty();
    }

    @Test
    void theEdgeSendsItsPathToIt() {
        Template edge = Template.read(home.resolve("infra/edge.yaml"));

        assertThat(RouteRules.edgeLeadsToEachRoute(edge, List.of(template()))).isEmpty();
    }

    @Test
    void itIsDeployedBeforeTheEdgeLearnsItsHost() throws IOException {
        List<String> names = new ArrayList<>();
        JsonNode stacks = YamlReader.read(home.resolve("infra/suite.yaml")).path("stacks");
        stacks.forEach(stack -> names.add(stack.path("name").asText()));

        assertThat(names.subList(names.size() - 2, names.size()))
                .containsExactly("text-search", "edge");
        assertThat(stacks.path(names.size() - 1).at("/parameters/TextSearchHost").asText())
                .isEqualTo("${ssm:text-search/api-host}");
    }

    @Test
    void theTemplatesAreCleanForCfnLint() {
        Assumptions.assumeTrue(Machine.find("cfn-lint").isPresent(), "cfn-lint is not installed");

        assertThat(
                        Machine.output(
                                Machine.find("cfn-lint").orElseThrow(),
                                template().file().toString(),
                                home.resolve("infra/edge.yaml").toString()))
                .isEmpty();
    }

    /// Against the libraries of a service that is there.
    @Test
    void itCompiles() {
        String libraries =
                ProjectFiles.files(ProjectFiles.path("services/status/target/lib"), ".jar").stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-Xlint:all,-processing",
                                "-Werror",
                                "-d",
                                home.resolve("classes").toString(),
                                "-cp",
                                libraries));
        ProjectFiles.files(home.resolve("services/text-search/src/main"), ".java")
                .forEach(file -> arguments.add(file.toString()));

        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));

        assertThat(failed).isZero();
        assertThat(FunctionRules.handlersExist(template(), home.resolve("classes"))).isEmpty();
    }

    @Test
    void itSaysWhatIsLeftToDo() {
        assertThat(output)
                .contains("services/text-search/pom.xml", "infra/edge.yaml")
                .contains("contracts/openapi.yaml")
                .contains("./parler deploy pipelines --only text-search");
        assertThat(LauncherCommand.outputIn(home, "new-service", "text-search"))
                .contains("There is a service text-search already.");
        assertThat(LauncherCommand.outputIn(home, "new-service", "Text_Search"))
                .contains("is no name for a service");
    }
}
