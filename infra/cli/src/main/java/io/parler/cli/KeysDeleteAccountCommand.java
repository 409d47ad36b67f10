package io.parler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler keys delete-account`: deletes an account and all that belongs to it.
@Command(
        name = "delete-account",
        description = {
            "Deletes an account for good, with its keys, conversions, audio and pronunciations.",
            "It asks first. It can be run again, for example for a conversion that ran meanwhile."
        },
        mixinStandardHelpOptions = true)
final class KeysDeleteAccountCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The account's id (acc_…).")
    private String account = "";

    @Option(names = "--yes", description = "Deletes it without asking.")
    private boolean yes;

    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (AccountsAdminClient accounts = options.accounts()) {
            if (!yes
                    && !Confirmation.ask(
                            out, "Delete " + account + " and all of its audio for good?")) {
                out.println("Nothing was deleted.");
                out.flush();
                return 0;
            }
            int conversions = accounts.deleteAccount(account);
            out.println(account + " is deleted, and its conversions with it: " + conversions + ".");
            out.flush();
            return 0;
        }
    }
}
