package io.parler.frontend;

class LibraryInMemoryTest extends LibraryContract {
    private final Library library = new LibraryInMemory();

    @Override
    protected Library library() {
        return library;
    }
}
