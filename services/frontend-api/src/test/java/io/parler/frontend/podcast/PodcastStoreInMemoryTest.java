package io.parler.frontend.podcast;

class PodcastStoreInMemoryTest extends PodcastStoreContract {
    private final PodcastStore store = new PodcastStoreInMemory();

    @Override
    protected PodcastStore store() {
        return store;
    }
}
