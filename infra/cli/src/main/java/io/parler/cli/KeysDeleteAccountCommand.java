package io.parler.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler keys delete-account`: deletes an account with all it has.
@Command(
        name = "delete-account",
        description = {
            "Deletes an account: its keys, its conversions with their audio, its pronunciations and"
                    + " its usage.",
            "It asks first. Nothing brings them back."
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
            if (!yes && !confirmed(out)) {
                out.println("Nothing was deleted.");
                out.flush();
                return 0;
            }
            accounts.deleteAccount(account);
            out.println(account + " is deleted. Its audio disappears within minutes.");
            out.flush();
            return 0;
        }
    }

    private boolean confirmed(PrintWriter out) throws IOException {
        out.print("Delete " + account + " with all its audio? [y/N] ");
        out.flush();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
