package io.parler.conversion.testing;

import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.ChunkStoreContract;

class ChunksInMemoryTest extends ChunkStoreContract {
    private final ChunkStore chunks = new ChunksInMemory();

    @Override
    protected ChunkStore chunks() {
        return chunks;
    }
}
