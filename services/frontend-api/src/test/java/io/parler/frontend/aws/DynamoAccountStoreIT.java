package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.account.AccountStore;
import io.parler.frontend.account.AccountStoreContract;
import io.parler.frontend.account.ApiKey;
import io.parler.frontend.account.Keys;
import io.parler.testing.dynamodb.LocalTable;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoAccountStoreIT extends AccountStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Accounts");

    private final DynamoAccountStore store = new DynamoAccountStore(table.client(), table.name());

    @Override
    protected AccountStore store() {
        return store;
    }

    @Test
    void theKeyItselfIsNotStored() {
        ApiKey key = ApiKey.generate(new SecureRandom());

        store.putKey(Keys.stored(key.hash()));

        assertThat(table.items().toString()).contains(key.hash()).doesNotContain(key.text());
    }
}
