package io.parler.deploy;

import io.parler.deploy.pipeline.PipelineSource;
import io.parler.deploy.pipeline.Pipelines;
import io.parler.deploy.stack.Overrides;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler deploy pipelines`: each stack of a stage gets a pipeline.
@Command(
        name = "pipelines",
        description = {
            "Creates or updates one pipeline for each stack that is deployed: a push to the branch",
            "is tested, packaged and deployed. A pipeline keeps the settings that its stack has.",
        },
        mixinStandardHelpOptions = true)
final class PipelinesCommand implements Callable<Integer> {
    @Mixin private AccountOptions account = new AccountOptions();

    @Option(
            names = "--repository",
            paramLabel = "OWNER/NAME",
            description = "Where the sources are; the name alone for CodeCommit.")
    private @Nullable String repository;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "Its pushes are deployed; main without it.")
    private @Nullable String branch;

    @Option(
            names = "--connection",
            paramLabel = "ARN",
            description = "The CodeConnections connection to GitHub, GitLab or Bitbucket.")
    private @Nullable String connection;

    @Option(
            names = "--approval",
            negatable = true,
            description =
                    "Somebody must approve each change set; the platform's pipeline always asks.")
    private @Nullable Boolean approval;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            description = "Only this stack's pipeline; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--dry-run", description = "Shows the plan and ends.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path suiteFile = AccountOptions.suiteFile();
        SuiteFile suite = SuiteFile.read(suiteFile).only(only);
        PipelineSource source =
                new PipelineSource(
                        Optional.ofNullable(repository),
                        Optional.ofNullable(branch),
                        Optional.ofNullable(connection),
                        Optional.ofNullable(approval));
        Stage stage = account.stage();
        return account.run(
                Objects.requireNonNull(spec),
                (cloud, _) -> {
                    SuiteFile pipelines =
                            new Pipelines(stage, cloud.stacks())
                                    .of(suite, suiteFile.resolveSibling("pipeline.yaml"), source);
                    Deployment.Result result =
                            new Deployment(stage, cloud, Overrides.parse(List.of()))
                                    .run(pipelines, dryRun, yes);
                    return result == Deployment.Result.DECLINED ? 1 : 0;
                });
    }
}
