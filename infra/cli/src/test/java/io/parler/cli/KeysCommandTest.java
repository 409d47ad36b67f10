package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY =
            """
            {"id": "key_a", "name": "Mara's blog", "account": "acc_mara", "scopes": ["read", "convert"],
             "createdAt": "2026-11-28T12:00:00Z"}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path data;
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(data);
        suite.on("/", 200, "{\"Parameter\": {\"Name\": \"x\", \"Value\": \"admin\"}}");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void aNewKeyIsPrintedOnALineOfItsOwn() throws IOException {
        answer(201, KEY.replaceFirst("\\{", "{\"key\": \"plr_secret\", "));

        int code =
                run(
                        "create",
                        "Mara's blog",
                        "--monthly-characters",
                        "5000",
                        "--scopes",
                        "read,convert",
                        "--expires",
                        "2027-01-31");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("plr_secret" + System.lineSeparator())
                .contains("key_a", "acc_mara", "read,convert", "can't be shown again");
        assertThat(parameterRequest().path("Name").asText())
                .isEqualTo("/parler/dev/frontend-api/accounts-admin-arn");
        JsonNode event = JSON.readTree(suite.posted().get(1));
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /keys");
        assertThat(JSON.readTree(event.path("body").asText()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name": "Mara's blog", "monthlyCharacters": 5000,
                                 "expiresAt": "2027-02-01T00:00:00Z",
                                 "scopes": ["read", "convert"]}"""));
    }

    @Test
    void keysAreListedWithWhetherTheyWereUsedAndHaveEnded() {
        answer(
                200,
                "{\"keys\": ["
                        + KEY
                        + ", {\"id\": \"key_b\", \"name\": \"Old\", \"account\": \"owner\","
                        + " \"scopes\": [\"read\"], \"createdAt\": \"2026-10-01T12:00:00Z\","
                        + " \"lastUsedAt\": \"2026-11-01T12:00:00Z\","
                        + " \"revokedAt\": \"2026-11-02T12:00:00Z\"}]}");

        assertThat(run("list")).isZero();

        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("Key"),
                        key -> assertThat(key).contains("key_a", "never").endsWith("never"),
                        old ->
                                assertThat(old)
                                        .contains("2026-11-01")
                                        .endsWith("revoked 2026-11-02"));
    }

    @Test
    void aKeyIsRevokedByItsId() throws IOException {
        answer(200, "{\"revoked\": true}");

        assertThat(run("revoke", "key_a")).isZero();

        assertThat(out.toString()).contains("key_a is revoked");
        assertThat(JSON.readTree(suite.posted().get(1)).at("/pathParameters/id").asText())
                .isEqualTo("key_a");
    }

    @Test
    void anAccountIsDeleted() throws IOException {
        answer(200, "{\"conversions\": 3}");

        assertThat(run("delete-account", "acc_mara", "--yes")).isZero();
        assertThat(out.toString()).contains("acc_mara is deleted").contains("3");

        assertThat(JSON.readTree(suite.posted().get(1)).path("routeKey").asText())
                .isEqualTo("DELETE /accounts/{id}");
    }

    @Test
    void aProblemIsOneSentence() {
        answer(
                404,
                "{\"type\": \"/problems/not-found\", \"title\": \"Nothing there\", \"detail\": \"No key key_x.\"}");

        assertThat(run("revoke", "key_x")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines("parler: Nothing there: No key key_x.");
    }

    @Test
    void aWrongDayIsOneSentence() {
        assertThat(run("create", "x", "--expires", "tomorrow")).isEqualTo(1);
        assertThat(err.toString()).contains("a day such as 2027-01-31");
    }

    @Test
    void withoutACommandTheUsageIsWrong() {
        CommandLine command = ParlerCommand.commandLine();
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("keys")).isEqualTo(2);
    }

    private JsonNode parameterRequest() throws IOException {
        return JSON.readTree(suite.posted().getFirst());
    }

    private void answer(int status, String body) {
        suite.on(
                "/2015-03-31/functions/admin/invocations",
                200,
                JSON.createObjectNode().put("statusCode", status).put("body", body).toString());
    }

    private int run(String... arguments) {
        CommandLine line = ParlerCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return line.execute(all.toArray(String[]::new));
    }
}
