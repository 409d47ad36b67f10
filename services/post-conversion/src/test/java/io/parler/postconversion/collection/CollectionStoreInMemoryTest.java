package io.parler.postconversion.collection;

class CollectionStoreInMemoryTest extends CollectionStoreContract {
    private final CollectionStore store = new CollectionStoreInMemory();

    @Override
    protected CollectionStore store() {
        return store;
    }
}
