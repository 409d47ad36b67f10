package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parler keys list`: all keys, without the keys themselves.
@Command(
        name = "list",
        description = "Lists all keys. The keys themselves are stored nowhere.",
        mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {
    private static final int DAY_LENGTH = "2026-11-28".length();

    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (AccountsAdminClient accounts = options.accounts()) {
            JsonNode keys = accounts.list().path("keys");
            if (keys.isEmpty()) {
                out.println("There are no keys. To create one: ./parler keys create NAME");
                out.flush();
                return 0;
            }
            TextTable table =
                    new TextTable(
                            TextTable.Column.left("Key"),
                            TextTable.Column.left("Name"),
                            TextTable.Column.left("Account"),
                            TextTable.Column.left("Scopes"),
                            TextTable.Column.left("Created"),
                            TextTable.Column.left("Last used"),
                            TextTable.Column.left(""));
            for (JsonNode key : keys) {
                table.row(
                        key.path("id").asText(),
                        key.path("name").asText(),
                        key.path("account").asText(),
                        scopes(key),
                        day(key, "createdAt"),
                        key.has("lastUsedAt") ? day(key, "lastUsedAt") : "never",
                        state(key));
            }
            table.print(out, "");
            out.flush();
            return 0;
        }
    }

    static String scopes(JsonNode key) {
        List<String> scopes = new ArrayList<>();
        key.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return String.join(",", scopes);
    }

    private static String state(JsonNode key) {
        if (key.has("revokedAt")) {
            return "revoked " + day(key, "revokedAt");
        }
        return key.has("expiresAt") ? "ends " + day(key, "expiresAt") : "";
    }

    private static String day(JsonNode key, String name) {
        String time = key.path(name).asText();
        return time.substring(0, Math.min(DAY_LENGTH, time.length()));
    }
}
