package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountAdministration;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.DeletionPublisher;
import io.parler.frontend.account.StoredKey;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.id.Scope;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsAdminTest {
    private final SettableClock clock = new SettableClock("2026-11-28T12:00:00Z");
    private final AccountStoreInMemory store = new AccountStoreInMemory();
    private final LibraryStoreInMemory library = new LibraryStoreInMemory();
    private final List<String> deleted = new ArrayList<>();
    private final AccountsAdmin admin =
            new AccountsAdmin(
                    new AccountAdministration(
                            store, library, new Recorded(deleted), clock, new Random(1)),
                    clock);

    private record Recorded(List<String> deleted) implements DeletionPublisher {
        @Override
        public void conversionDeleted(ConversionId id, AccountId account) {
            deleted.add(account + " " + id);
        }

        @Override
        public void accountDeleted(AccountId account) {
            deleted.add(account.value());
        }
    }

    @Test
    void aKeyIsReadableOnceAndStoredAsItsHash() throws Exception {
        JsonNode created = create("{\"name\": \"Mara's blog\", \"monthlyCharacters\": 5000}");

        ApiKey key = ApiKey.parse(created.get("key").asText()).orElseThrow();
        StoredKey stored = store.getKey(key.hash()).orElseThrow();
        Account account = store.getAccount(stored.account()).orElseThrow();
        assertThat(stored.id()).isEqualTo(created.get("id").asText()).startsWith("key_");
        assertThat(stored.scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(account.id().value()).matches("acc_[a-z2-7]{16}");
        assertThat(account.name()).isEqualTo("Mara's blog");
        assertThat(account.limits().monthlyCharacters()).hasValue(5000);
        assertThat(call("GET /keys", Map.of(), "").getBody()).doesNotContain(key.text());
    }

    @Test
    void aSecondKeyOfAnAccountLeavesItsSettings() throws Exception {
        String account =
                create("{\"name\": \"Mara\", \"monthlyCharacters\": 5000}").get("account").asText();

        JsonNode second =
                create(
                        """
                        {"name": "Reader", "account": "%s", "scopes": ["read"],
                         "expiresAt": "2027-01-01T00:00:00Z"}"""
                                .formatted(account));

        assertThat(second.get("account").asText()).isEqualTo(account);
        assertThat(second.get("scopes")).hasSize(1);
        assertThat(second.get("expiresAt").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(store.listAccounts()).hasSize(1);
        assertThat(store.listAccounts().getFirst().name()).isEqualTo("Mara");
        assertThat(store.listAccounts().getFirst().limits().monthlyCharacters()).hasValue(5000);
    }

    @Test
    void theOwnersFirstKeyMakesTheOwnersAccount() throws Exception {
        create("{\"name\": \"First key\", \"account\": \"owner\"}");

        assertThat(store.getAccount(AccountId.OWNER)).isPresent();
    }

    @Test
    void aKeyOfAnUnknownAccountIsNotMade() {
        assertThat(
                        call("POST /keys", Map.of(), "{\"name\": \"x\", \"account\": \"acc_none\"}")
                                .getStatusCode())
                .isEqualTo(404);
        assertThat(store.listKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": \"a\\nb\"}",
                "{\"name\": \"x\", \"scopes\": [\"admin\"]}",
                "{\"name\": \"x\", \"account\": \"A B\"}",
                "{\"name\": \"x\", \"monthlyCharacters\": -1}",
                "{\"name\": \"x\", \"expiresAt\": \"2026-11-28T12:00:00Z\"}"
            })
    void anInvalidRequestSaysWhichFieldIsWrong(String body) throws Exception {
        APIGatewayV2HTTPResponse response = call("POST /keys", Map.of(), body);

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(Json.tree(response.getBody()).get("errors")).hasSize(1);
    }

    @Test
    void aKeyIsRevokedOnceByItsId() throws Exception {
        String id = create("{\"name\": \"Mara\"}").get("id").asText();

        assertThat(Json.tree(revoke(id).getBody()).get("revoked").asBoolean()).isTrue();
        assertThat(Json.tree(revoke(id).getBody()).get("revoked").asBoolean()).isFalse();
        assertThat(store.listKeys().getFirst().isRevoked()).isTrue();
        assertThat(revoke("key_none").getStatusCode()).isEqualTo(404);
    }

    @Test
    void deletingAnAccountRevokesItsKeysAndNoOthers() throws Exception {
        String account = create("{\"name\": \"Mara\"}").get("account").asText();
        create("{\"name\": \"Reader\", \"account\": \"" + account + "\"}");
        create("{\"name\": \"Somebody else\"}");

        assertThat(delete(account).getStatusCode()).isEqualTo(200);
        assertThat(delete(account).getStatusCode()).isEqualTo(200);

        assertThat(store.listKeys())
                .allSatisfy(
                        key ->
                                assertThat(key.isRevoked())
                                        .isEqualTo(key.account().value().equals(account)));
        assertThat(store.getAccount(new AccountId(account)).orElseThrow().isDeleted()).isTrue();
    }

    @Test
    void allServicesAreToldWhatIsDeletedWithAnAccount() throws Exception {
        String account = create("{\"name\": \"Mara\"}").get("account").asText();
        ConversionId id = ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();
        library.put(
                new LibraryEntry.Failed(
                        id, account, 1, new ConversionProblem("t", "title", Optional.empty())));

        assertThat(Json.tree(delete(account).getBody()).get("conversions").asInt()).isEqualTo(1);
        assertThat(deleted).containsExactly(account + " " + id, account);
    }

    @Test
    void theOwnersAccountIsNotDeleted() throws Exception {
        create("{\"name\": \"First key\", \"account\": \"owner\"}");

        assertThat(delete("owner").getStatusCode()).isEqualTo(400);
        assertThat(delete("acc_none").getStatusCode()).isEqualTo(404);
        assertThat(delete("A B").getStatusCode()).isEqualTo(400);
        assertThat(store.listKeys().getFirst().isRevoked()).isFalse();
    }

    private JsonNode create(String body) throws Exception {
        APIGatewayV2HTTPResponse response = call("POST /keys", Map.of(), body);
        assertThat(response.getStatusCode()).isEqualTo(201);
        return Json.tree(response.getBody());
    }

    private APIGatewayV2HTTPResponse revoke(String id) {
        return call("DELETE /keys/{id}", Map.of("id", id), "");
    }

    private APIGatewayV2HTTPResponse delete(String account) {
        return call("DELETE /accounts/{id}", Map.of("id", account), "");
    }

    private APIGatewayV2HTTPResponse call(String route, Map<String, String> path, String body) {
        return admin.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(path)
                        .withBody(body)
                        .build(),
                new LambdaContext());
    }
}
