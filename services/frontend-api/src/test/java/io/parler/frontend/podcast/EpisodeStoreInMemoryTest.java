package io.parler.frontend.podcast;

class EpisodeStoreInMemoryTest extends EpisodeStoreContract {
    private final EpisodeStore store = new EpisodeStoreInMemory();

    @Override
    protected EpisodeStore store() {
        return store;
    }
}
