package io.parler.deploy;

import io.parler.deploy.destroy.Destroyer;
import io.parler.deploy.pipeline.Pipelines;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler deploy destroy`: deletes a stage.
@Command(
        name = "destroy",
        description = {
            "Deletes the stacks of a stage, and says what remains: the audio, tables and archives",
            "are kept, and have to be deleted by hand."
        },
        mixinStandardHelpOptions = true)
final class DestroyCommand implements Callable<Integer> {
    @Mixin private AccountOptions account = new AccountOptions();

    @ArgGroup private Audio audio = new Audio();

    /// What becomes of the published audio.
    static final class Audio {
        @Option(
                names = "--keep-audio",
                description = "Leaves the audio in its bucket. This is the default.")
        private boolean keep;

        @Option(
                names = "--export-audio",
                paramLabel = "FOLDER",
                description = "Copies the audio into a folder first. The bucket is kept too.")
        private @Nullable Path folder;
    }

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        SuiteFile suite = SuiteFile.read(AccountOptions.suiteFile());
        Stage stage = account.stage();
        return account.run(
                Objects.requireNonNull(spec),
                (cloud, _) -> {
                    if (!audio.keep && audio.folder == null) {
                        cloud.output()
                                .line(
                                        "The audio stays in its bucket; --export-audio FOLDER copies"
                                                + " it first.");
                    }
                    boolean deleted =
                            new Destroyer(
                                            stage,
                                            cloud.stacks(),
                                            cloud.deployer(),
                                            cloud.parameters(),
                                            cloud.objects(),
                                            cloud.output(),
                                            cloud.awsOptions())
                                    .destroy(
                                            Stream.concat(
                                                            suite.names().stream(),
                                                            Pipelines.names(suite).stream())
                                                    .toList(),
                                            suite.keyPairs(),
                                            Optional.ofNullable(audio.folder),
                                            yes);
                    return deleted ? 0 : 1;
                });
    }
}
