package io.parler.frontend.account;

class AccountStoreInMemoryTest extends AccountStoreContract {
    private final AccountStore store = new AccountStoreInMemory();

    @Override
    protected AccountStore store() {
        return store;
    }
}
