package io.parler.status.plays;

class PlayStoreInMemoryTest extends PlayStoreContract {
    private final PlayStoreInMemory plays = new PlayStoreInMemory();

    @Override
    protected PlayStore plays() {
        return plays;
    }
}
