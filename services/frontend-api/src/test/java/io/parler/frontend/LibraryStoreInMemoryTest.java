package io.parler.frontend;

class LibraryStoreInMemoryTest extends LibraryStoreContract {
    private final LibraryStore library = new LibraryStoreInMemory();

    @Override
    protected LibraryStore library() {
        return library;
    }
}
