package io.parler.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parler keys`: who may use the API.
@Command(
        name = "keys",
        description = {
            "Creates, lists and revokes the keys of the API, and deletes accounts.",
            "Of the suite that runs on this machine, or of a stage on AWS, where IAM decides who"
                    + " may do that."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KeysCreateCommand.class,
            KeysListCommand.class,
            KeysRevokeCommand.class,
            KeysDeleteAccountCommand.class
        })
final class KeysCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which command of keys?");
        }
    }
}
