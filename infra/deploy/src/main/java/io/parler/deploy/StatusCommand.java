package io.parler.deploy;

import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.status.DeployedStack;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.SuiteFile;
import io.parler.deploy.terminal.TextTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parler deploy status`: the stacks of a stage, and which of them are behind the local build.
@Command(
        name = "status",
        description =
                "Lists the stacks with their state, and says which are behind the local build.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    @Mixin private AccountOptions account = new AccountOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        SuiteFile suite = SuiteFile.read(AccountOptions.suiteFile());
        Stage stage = account.stage();
        return account.run(
                Objects.requireNonNull(spec),
                (cloud, _) -> {
                    print(suite, stage, cloud);
                    new Farewell(stage, cloud, new SmokeTest())
                            .print(Optional.empty(), account.again());
                    return 0;
                });
    }

    private static void print(SuiteFile suite, Stage stage, Cloud cloud) {
        Optional<String> bucket =
                cloud.parameters().get(stage.parameterName(Deployment.ARTIFACTS_BUCKET));
        TextTable table = new TextTable();
        Set<String> seen = new HashSet<>();
        for (SuiteEntry entry : suite.entries()) {
            if (seen.add(entry.name())) {
                DeployedStack stack =
                        DeployedStack.of(
                                entry.name(),
                                stage.stackName(entry.name()),
                                PackagedTemplate.read(entry),
                                cloud.stacks(),
                                bucket);
                table.row(
                        stack.name(),
                        stack.stack().map(s -> s.state()).orElse("-"),
                        stack.stack().map(s -> TIME.format(s.changed())).orElse("-"),
                        stack.comparison().words());
            }
        }
        cloud.output().table(table, "  ");
    }
}
