package io.parler.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler keys revoke`: ends a key, and the sessions that were opened with it.
@Command(
        name = "revoke",
        description = "Ends a key, and the sessions opened with it, within a minute.",
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "KEYID", description = "Its id in ./parler keys list (key_…).")
    private String keyId = "";

    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (AccountsAdminClient accounts = options.accounts()) {
            out.println(
                    accounts.revoke(keyId)
                            ? keyId + " is revoked. It ends within a minute."
                            : keyId + " was revoked before.");
            out.flush();
            return 0;
        }
    }
}
