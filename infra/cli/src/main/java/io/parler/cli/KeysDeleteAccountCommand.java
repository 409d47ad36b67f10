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

/// `parler keys delete-account`: closes an account.
@Command(
        name = "delete-account",
        description = {
            "Closes an account for good: none of its keys is accepted any more.",
            "It asks first. The account's conversions and their audio are not deleted yet."
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
            out.println(account + " is closed. Its audio is still there.");
            out.flush();
            return 0;
        }
    }

    private boolean confirmed(PrintWriter out) throws IOException {
        out.print("Close " + account + " for good? [y/N] ");
        out.flush();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
