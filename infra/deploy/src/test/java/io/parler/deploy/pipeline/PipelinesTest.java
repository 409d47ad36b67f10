package io.parler.deploy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.deploy.stack.FakeStacks;
import io.parler.deploy.stack.TemplateSummary;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinesTest {
    private static final PipelineSource NOTHING_NEW =
            new PipelineSource(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final PipelineSource CODE_COMMIT =
            new PipelineSource(
                    Optional.of("parler"), Optional.empty(), Optional.empty(), Optional.empty());

    private final FakeStacks stacks = new FakeStacks();

    @TempDir private Path folder;

    @BeforeEach
    void writeTemplate() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "Resources: {}");
    }

    @Test
    void thereIsOnePipelineForAStackThatIsDeployedTwice() {
        stacks.stack("parler-prod-shop", "CREATE_COMPLETE");

        assertThat(pipelines(CODE_COMMIT, "shop", "shop").names()).containsExactly("pipeline-shop");
    }

    @Test
    void aPipelineDeploysWithWhatDiffersFromTheDefaults() {
        stacks.summary(
                        new TemplateSummary(
                                List.of(
                                        declared("Stage", "dev"),
                                        declared("Topic", "/parler/dev/topic"),
                                        declared("Memory", "512"),
                                        declared("Price", "")),
                                false))
                .stack("parler-prod-shop", "UPDATE_COMPLETE")
                .parameter("parler-prod-shop", "Stage", "prod")
                .parameter("parler-prod-shop", "Topic", "/parler/prod/topic")
                .parameter("parler-prod-shop", "Memory", "512")
                .parameter("parler-prod-shop", "Price", "2.50")
                .parameter("parler-prod-shop", "Removed", "of an older template");

        assertThat(pipelines(CODE_COMMIT, "shop").entries().getFirst().parameters())
                .isEqualTo(
                        Map.of(
                                "Stack", List.of("shop"),
                                "Repository", List.of("parler"),
                                "Parameters", List.of("{\"Price\":\"2.50\"}")));
    }

    @Test
    void aStackThatIsNotDeployedGetsNoPipeline() {
        assertThatThrownBy(() -> pipelines(CODE_COMMIT, "shop"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("parler-prod-shop is not deployed");
    }

    @Test
    void onlyANewPipelineNeedsToBeToldItsRepository() {
        stacks.stack("parler-prod-shop", "CREATE_COMPLETE");

        assertThatThrownBy(() -> pipelines(NOTHING_NEW, "shop"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("--repository");

        stacks.stack("parler-prod-pipeline-shop", "CREATE_COMPLETE");
        assertThat(pipelines(NOTHING_NEW, "shop").entries().getFirst().parameters())
                .doesNotContainKey("Repository");
    }

    @Test
    void aConnectionIsAnArnAndNeedsAnOwnersRepository() {
        assertThatThrownBy(() -> source("parler", "arn:aws:codeconnections:eu-west-1:1:c/1"))
                .hasMessageContaining("OWNER/NAME");
        assertThatThrownBy(() -> source("me/parler", "my-connection"))
                .hasMessageContaining("list-connections");
    }

    private static PipelineSource source(String repository, String connection) {
        return new PipelineSource(
                Optional.of(repository),
                Optional.empty(),
                Optional.of(connection),
                Optional.empty());
    }

    private static TemplateSummary.Parameter declared(String name, String value) {
        return new TemplateSummary.Parameter(name, "String", Optional.of(value));
    }

    private SuiteFile pipelines(PipelineSource source, String... names) {
        List<SuiteEntry> entries =
                List.of(names).stream()
                        .map(
                                name ->
                                        new SuiteEntry(
                                                name,
                                                folder.resolve("shop.yaml"),
                                                Map.of(),
                                                List.of()))
                        .toList();
        return new Pipelines(new Stage("prod"), stacks)
                .of(new SuiteFile(entries), Path.of("pipeline.yaml"), source);
    }
}
