package io.parler.frontend.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.testing.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every implementation of [AccountStore] promises.
public abstract class AccountStoreContract {
    private static final String HASH = "a".repeat(64);
    private static final String OTHER_HASH = "b".repeat(64);
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    protected abstract AccountStore store();

    @Test
    void whatIsNotStoredIsNotFound() {
        assertThat(store().getAccount(AccountId.OWNER)).isEmpty();
        assertThat(store().getKey(HASH)).isEmpty();
        assertThat(store().listAccounts()).isEmpty();
        assertThat(store().listKeys()).isEmpty();
    }

    @Test
    void anAccountIsReadAsItWasStored() {
        Account plain = Account.owner(NOW);
        Account full =
                Keys.account("acc_mara")
                        .withLimits(
                                new AccountLimits(
                                        OptionalLong.of(0),
                                        OptionalLong.of(7),
                                        OptionalLong.of(30)))
                        .withOrigins(List.of("https://mara.example", "http://localhost:3000"));
        for (Account account : List.of(plain, full)) {
            assertThat(store().putAccount(account)).isTrue();
            assertThat(store().getAccount(account.id())).contains(account);
        }
        assertThat(store().listAccounts()).containsExactly(full, plain);
    }

    @Test
    void settingsAreReplaced() {
        store().putAccount(Keys.account("acc_mara").withOrigins(List.of("https://a.example")));

        assertThat(store().putAccount(Keys.account("acc_mara"))).isTrue();

        assertThat(store().getAccount(new AccountId("acc_mara")))
                .contains(Keys.account("acc_mara"));
    }

    @Test
    void aDeletedAccountStaysDeleted() {
        Account account = Keys.account("acc_mara");
        store().putAccount(account);
        assertThat(store().putAccount(account.deleted(NOW))).isTrue();

        assertThat(store().putAccount(account)).isFalse();

        assertThat(store().getAccount(account.id())).contains(account.deleted(NOW));
    }

    @Test
    void aKeyIsReadAsItWasStored() {
        StoredKey plain = Keys.stored(HASH);
        StoredKey full =
                Keys.expiring(Keys.allowing(Keys.stored(OTHER_HASH), Scope.READ), NOW)
                        .used(NOW)
                        .revoked(NOW);
        store().putKey(plain);
        store().putKey(full);

        assertThat(store().getKey(HASH)).contains(plain);
        assertThat(store().getKey(OTHER_HASH)).contains(full);
        assertThat(store().listKeys()).containsExactlyInAnyOrder(plain, full);
    }

    @Test
    void accountsAreNotListedAsKeysNorKeysAsAccounts() {
        store().putAccount(Account.owner(NOW));
        store().putKey(Keys.stored(HASH));

        assertThat(store().listAccounts()).hasSize(1);
        assertThat(store().listKeys()).hasSize(1);
    }

    @Test
    void aUseIsWrittenOnceAnHour() {
        store().putKey(Keys.stored(HASH));

        assertThat(store().putUse(HASH, NOW)).isTrue();
        assertThat(store().putUse(HASH, NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(lastUse()).contains(NOW);
        assertThat(store().putUse(HASH, NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(lastUse()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aUseOfAnUnknownKeyCreatesNone() {
        assertThat(store().putUse(HASH, NOW)).isFalse();
        assertThat(store().revokeKey(HASH, NOW)).isFalse();
        assertThat(store().getKey(HASH)).isEmpty();
    }

    @Test
    void aKeyIsRevokedOnceEvenByManyAtTheSameTime() {
        store().putKey(Keys.stored(HASH));

        List<Boolean> revoked = Concurrently.run(8, _ -> store().revokeKey(HASH, NOW));

        assertThat(revoked).containsOnlyOnce(true);
        assertThat(store().getKey(HASH)).contains(Keys.stored(HASH).revoked(NOW));
    }

    private Optional<Instant> lastUse() {
        return store().getKey(HASH).flatMap(StoredKey::lastUsedAt);
    }
}
