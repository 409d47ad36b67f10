package io.parler.postconversion;

class IdempotencyStoreInMemoryTest extends IdempotencyStoreContract {
    private final IdempotencyStore store = new IdempotencyStoreInMemory(clock);

    @Override
    protected IdempotencyStore store() {
        return store;
    }
}
