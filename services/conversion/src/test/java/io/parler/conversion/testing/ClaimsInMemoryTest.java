package io.parler.conversion.testing;

import io.parler.conversion.chunk.Claims;
import io.parler.conversion.chunk.ClaimsContract;

class ClaimsInMemoryTest extends ClaimsContract {
    private final Claims claims = new ClaimsInMemory(clock);

    @Override
    protected Claims claims() {
        return claims;
    }
}
