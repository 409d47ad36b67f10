package io.parler.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.archive.FakeObjectStore;
import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.archive.Uploader;
import io.parler.deploy.stack.Change;
import io.parler.deploy.stack.ChangeSet;
import io.parler.deploy.stack.FakeParameterStore;
import io.parler.deploy.stack.FakeStacks;
import io.parler.deploy.stack.Overrides;
import io.parler.deploy.stack.ParameterResolver;
import io.parler.deploy.stack.TemplateSummary;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Change TABLE =
            new Change(Change.Kind.REPLACE, "Conversions", "AWS::DynamoDB::Table");
    private static final Change API =
            new Change(Change.Kind.CHANGE, "Api", "AWS::Lambda::Function");
    private static final Template TEMPLATE =
            Template.of(
                    "shop.yaml",
                    """
                    Resources:
                      A: {Type: AWS::SNS::Topic}
                      B: {Type: AWS::SNS::Topic}
                      C: {Type: AWS::S3::Bucket}
                    """);

    private final FakeStacks stacks = new FakeStacks();
    private final Screen screen = new Screen();

    @Test
    void aNewStackIsCountedFromItsTemplate() {
        assertThat(print(stack(Map.of())))
                .isEqualTo("  shop   create: 1 S3 bucket, 2 SNS topics\n");
        assertThat(stacks.requests).isEmpty();
    }

    @Test
    void anExistingStackShowsItsChangesAndLeavesNoChangeSet() {
        existing(new ChangeSet.Ready("1", List.of(TABLE, API)));

        assertThat(print(stack(Map.of())))
                .contains("REPLACE   DynamoDB table    Conversions   <<< WHAT IT HOLDS IS NOT")
                .contains("change    Lambda function   Api\n");
        assertThat(stacks.calls).containsExactly("delete the change set of parler-dev-shop");
    }

    @Test
    void anUnchangedStackSaysSo() {
        existing(new ChangeSet.Empty("1"));

        assertThat(print(stack(Map.of()))).isEqualTo("  shop   no changes\n");
    }

    @Test
    void theSecondUpdateOfAStackShowsOnlyWhatTheFirstDoesNotDo() {
        existing(new ChangeSet.Ready("1", List.of(API)));

        assertThat(plan(stack(Map.of()), stack(Map.of())))
                .containsExactly(
                        new EntryPlan.Update("shop", List.of(API)),
                        new EntryPlan.Unchanged("shop"));
    }

    @Test
    void theSecondUpdateOfANewStackComesLater() {
        assertThat(plan(stack(Map.of()), stack(Map.of())).getLast())
                .isInstanceOf(EntryPlan.Later.class);
    }

    @Test
    void whatNeedsTheHostOfANewServiceComesLater() {
        existing(new ChangeSet.Empty("1"));

        assertThat(plan(named("new"), stack(Map.of("Host", List.of("${ssm:new/api-host}")))))
                .last()
                .isEqualTo(new EntryPlan.Later("shop", "it needs /parler/dev/new/api-host first"));
    }

    @Test
    void whatHasTheHostOfAServiceElsewhereIsPlanned() {
        existing(new ChangeSet.Empty("1"));

        assertThat(plan(stack(Map.of("Host", List.of("${ssm:new/api-host}")))))
                .containsExactly(new EntryPlan.Unchanged("shop"));
    }

    @Test
    void aRefusedChangeEndsThePlan() {
        existing(new ChangeSet.Refused("1", "Unknown property"));

        assertThatThrownBy(() -> plan(stack(Map.of())))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Unknown property");
        assertThat(stacks.calls).containsExactly("delete the change set of parler-dev-shop");
    }

    private void existing(ChangeSet changeSet) {
        stacks.stack("parler-dev-shop", "UPDATE_COMPLETE").changeSet("parler-dev-shop", changeSet);
    }

    private String print(PreparedStack... prepared) {
        new PlanPrinter(screen.output("")).print(plan(prepared));
        return screen.text();
    }

    private List<EntryPlan> plan(PreparedStack... prepared) {
        Stage stage = new Stage("dev");
        return new Planner(
                        stage,
                        stacks,
                        new ParameterResolver(
                                stage, new FakeParameterStore(), Overrides.parse(List.of())),
                        new Uploader(new FakeObjectStore(), screen.output("")))
                .plan(List.of(prepared), Optional.of("bucket"));
    }

    private static PreparedStack named(String name) {
        return prepared(name, Map.of());
    }

    private static PreparedStack stack(Map<String, List<String>> parameters) {
        return prepared("shop", parameters);
    }

    private static PreparedStack prepared(String name, Map<String, List<String>> parameters) {
        return new PreparedStack(
                new SuiteEntry(name, Path.of("shop.yaml"), parameters, List.of()),
                new PackagedTemplate(TEMPLATE, Map.of()),
                new TemplateSummary(
                        List.of(new TemplateSummary.Parameter("Host", "String", Optional.of(""))),
                        false));
    }
}
