package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler keys create`: makes a key and prints it once.
@Command(
        name = "create",
        description = {
            "Creates a key and prints it. It can't be printed again.",
            "Without --account it is the first key of a new account."
        },
        mixinStandardHelpOptions = true)
final class KeysCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What the key is for, such as \"Mara's blog\".")
    private String name = "";

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "An existing account (acc_…), or owner.")
    private @Nullable String account;

    @Option(
            names = "--monthly-characters",
            paramLabel = "N",
            description = "How many characters the account may convert in a month.")
    private @Nullable Long monthlyCharacters;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPES",
            split = ",",
            description =
                    "What the key allows, with commas: read, convert, publish (default: all).")
    private List<String> scopes = new ArrayList<>();

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "The last day of the key, such as 2027-01-31, in UTC (default: never).")
    private @Nullable String expires;

    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode request = new ObjectMapper().createObjectNode().put("name", name);
        if (account != null) {
            request.put("account", account);
        }
        if (monthlyCharacters != null) {
            request.put("monthlyCharacters", monthlyCharacters);
        }
        if (expires != null) {
            request.put("expiresAt", endOf(expires).toString());
        }
        if (!scopes.isEmpty()) {
            ArrayNode list = request.putArray("scopes");
            scopes.forEach(list::add);
        }
        try (AccountsAdminClient accounts = options.accounts()) {
            print(accounts.create(request));
        }
        return 0;
    }

    /// The end of a day.
    private static Instant endOf(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            throw new CommandException("--expires takes a day such as 2027-01-31.");
        }
    }

    private void print(JsonNode key) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(key.path("key").asText());
        out.println();
        out.println("Store it now: it can't be shown again.");
        out.println("  Key      " + key.path("id").asText());
        out.println("  Account  " + key.path("account").asText());
        out.println("  Scopes   " + KeysListCommand.scopes(key));
        out.flush();
    }
}
