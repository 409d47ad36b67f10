package io.parler.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterResolverTest {
    private final FakeParameterStore store = new FakeParameterStore();

    @Test
    void theStageIsPassed() {
        assertThat(values(Map.of(), Optional.empty(), parameter("Stage", "String", "dev")))
                .containsExactly(new ParameterValue.Given("Stage", "prod"));
    }

    @Test
    void aStoredValueIsThatOfTheStage() {
        store.with("/parler/prod/topic", "arn");

        assertThat(values(Map.of(), Optional.empty(), stored("Topic", "/parler/dev/topic")))
                .containsExactly(new ParameterValue.Given("Topic", "/parler/prod/topic"));
    }

    @Test
    void aStoredValueThatNobodyHasWrittenIsMissing() {
        assertThat(
                        resolve(
                                        Map.of(),
                                        Optional.empty(),
                                        List.of(),
                                        stored("Topic", "/parler/dev/topic"))
                                .missing())
                .containsExactly("/parler/prod/topic");
    }

    @Test
    void theNameOfAKeyIsThatOfTheStageThoughNobodyHasWrittenIt() {
        TemplateSummary.Parameter key = parameter("Key", "String", "/parler/dev/voices/key");

        assertThat(resolve(Map.of(), Optional.empty(), List.of(), key))
                .isEqualTo(
                        new ParameterResolver.Resolution(
                                List.of(new ParameterValue.Given("Key", "/parler/prod/voices/key")),
                                Set.of(),
                                Set.of()));
        assertThat(values(Map.of(), Optional.of(existing("Key")), key))
                .containsExactly(new ParameterValue.Previous("Key"));
    }

    @Test
    void theSuiteFilesValuesAreJoinedAndFilledFromTheStore() {
        store.with("/parler/prod/status/api-host", "h.example");

        assertThat(
                        values(
                                Map.of("Hosts", List.of("${ssm:status/api-host}", "", "other")),
                                Optional.of(existing("Hosts")),
                                parameter("Hosts", "String", "")))
                .containsExactly(new ParameterValue.Given("Hosts", "h.example,other"));
    }

    @Test
    void theHostOfAServiceThatIsElsewhereStaysAsItWasSet() {
        Map<String, List<String>> inSuite = Map.of("Host", List.of("${ssm:status/api-host}"));
        TemplateSummary.Parameter host = parameter("Host", "String", "");

        assertThat(resolve(inSuite, Optional.of(existing("Host")), List.of(), host))
                .isEqualTo(
                        new ParameterResolver.Resolution(
                                List.of(new ParameterValue.Previous("Host")),
                                Set.of(),
                                Set.of("/parler/prod/status/api-host")));
        assertThat(values(inSuite, Optional.empty(), host)).isEmpty();
    }

    @Test
    void aValueOfOneMachineHasNoMeaning() {
        assertThatThrownBy(
                        () ->
                                values(
                                        Map.of("Origin", List.of("${origin}")),
                                        Optional.empty(),
                                        parameter("Origin", "String", "")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("no meaning on AWS");
    }

    @Test
    void theCommandLineComesBeforeAllElse() {
        store.with("/mine", "arn");

        assertThat(
                        resolve(
                                        Map.of("Host", List.of("suite")),
                                        Optional.of(existing("Host", "Topic")),
                                        List.of("shop.Host=mine=1", "shop.Topic=/mine"),
                                        parameter("Host", "String", ""),
                                        stored("Topic", "/parler/dev/topic"))
                                .values())
                .containsExactly(
                        new ParameterValue.Given("Host", "mine=1"),
                        new ParameterValue.Given("Topic", "/mine"));
    }

    @Test
    void anExistingStackKeepsItsValueAndANewOneHasTheDefault() {
        TemplateSummary.Parameter size = parameter("Size", "Number", "1");

        assertThat(values(Map.of(), Optional.of(existing("Size")), size))
                .containsExactly(new ParameterValue.Previous("Size"));
        assertThat(values(Map.of(), Optional.of(existing()), size)).isEmpty();
        assertThat(values(Map.of(), Optional.empty(), size)).isEmpty();
    }

    @Test
    void aValueThatIsNeededIsAskedForByItsOption() {
        assertThatThrownBy(
                        () ->
                                values(
                                        Map.of(),
                                        Optional.of(existing()),
                                        new TemplateSummary.Parameter(
                                                "Size", "Number", Optional.empty())))
                .isInstanceOf(DeployException.class)
                .hasMessage("shop needs a value for Size: --set shop.Size=VALUE.");
    }

    @Test
    void aParameterThatTheTemplateDoesNotHaveIsReported() {
        assertThatThrownBy(() -> values(Map.of("Sise", List.of("1")), Optional.empty()))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("the parameter Sise, which its template does not have");
    }

    @Test
    void anUnknownOverrideIsReportedWithThoseThereAre() {
        Map<String, TemplateSummary> summaries =
                Map.of(
                        "shop",
                        new TemplateSummary(
                                List.of(
                                        parameter("Stage", "String", "dev"),
                                        parameter("Size", "Number", "1")),
                                false));

        assertThatThrownBy(() -> Overrides.parse(List.of("shop.Sise=1")).check(summaries))
                .hasMessage("shop has no parameter Sise; it has Size.");
        assertThatThrownBy(() -> Overrides.parse(List.of("shp.Size=1")).check(summaries))
                .hasMessage("--set shp: there is no such stack here; there are shop.");
        assertThatThrownBy(() -> Overrides.parse(List.of("shop.Stage=x")).check(summaries))
                .hasMessage("The stage is chosen with --stage.");
        assertThatThrownBy(() -> Overrides.parse(List.of("Size=1")))
                .hasMessage("--set Size=1: write SERVICE.Parameter=VALUE.");
    }

    private List<ParameterValue> values(
            Map<String, List<String>> inSuite,
            Optional<StackStatus> existing,
            TemplateSummary.Parameter... parameters) {
        return resolve(inSuite, existing, List.of(), parameters).values();
    }

    private ParameterResolver.Resolution resolve(
            Map<String, List<String>> inSuite,
            Optional<StackStatus> existing,
            List<String> overrides,
            TemplateSummary.Parameter... parameters) {
        return new ParameterResolver(new Stage("prod"), store, Overrides.parse(overrides))
                .resolve(
                        new SuiteEntry("shop", Path.of("shop.yaml"), inSuite, List.of()),
                        new TemplateSummary(List.of(parameters), false),
                        existing);
    }

    private static TemplateSummary.Parameter parameter(String name, String type, String value) {
        return new TemplateSummary.Parameter(name, type, Optional.of(value));
    }

    private static TemplateSummary.Parameter stored(String name, String path) {
        return parameter(name, "AWS::SSM::Parameter::Value<String>", path);
    }

    private static StackStatus existing(String... parameters) {
        return new StackStatus(
                "shop", "shop-id", "UPDATE_COMPLETE", Instant.EPOCH, Set.of(parameters));
    }
}
