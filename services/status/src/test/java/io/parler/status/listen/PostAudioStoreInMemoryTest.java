package io.parler.status.listen;

class PostAudioStoreInMemoryTest extends PostAudioStoreContract {
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();

    @Override
    protected PostAudioStore posts() {
        return posts;
    }
}
