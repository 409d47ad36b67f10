package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.Concurrently;
import io.parler.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every implementation of [Claims] promises.
public abstract class ClaimsContract {
    protected static final ChunkKey CHUNK = new ChunkKey("a".repeat(64));
    private static final ChunkKey OTHER_CHUNK = new ChunkKey("b".repeat(64));

    protected final SettableClock clock = new SettableClock("2026-11-20T10:15:30.128Z");

    protected abstract Claims claims();

    @Test
    void aChunkIsClaimedByTheFirstWhoAsks() {
        assertThat(claims().take(CHUNK, "first")).isTrue();

        assertThat(claims().take(CHUNK, "second")).isFalse();
        assertThat(claims().take(OTHER_CHUNK, "second")).isTrue();
    }

    @Test
    void anOwnerCanTakeItsClaimAgain() {
        claims().take(CHUNK, "first");

        assertThat(claims().take(CHUNK, "first")).isTrue();
        assertThat(claims().take(CHUNK, "second")).isFalse();
    }

    @Test
    void aReleasedClaimIsFree() {
        claims().take(CHUNK, "first");
        claims().release(CHUNK, "first");

        assertThat(claims().take(CHUNK, "second")).isTrue();
    }

    @Test
    void onlyItsOwnerReleasesAClaim() {
        claims().take(CHUNK, "first");
        claims().release(CHUNK, "second");

        assertThat(claims().take(CHUNK, "second")).isFalse();
    }

    @Test
    void releasingWhatIsNotClaimedDoesNothing() {
        claims().release(CHUNK, "first");

        assertThat(claims().take(CHUNK, "second")).isTrue();
    }

    @Test
    void noClaimEndsBeforeTwoMinutes() {
        claims().take(CHUNK, "first");
        clock.advance(Claims.MIN_TTL.minusSeconds(1));

        assertThat(claims().take(CHUNK, "second")).isFalse();
    }

    @Test
    void aClaimThatIsTakenAgainLastsAsLongAgain() {
        claims().take(CHUNK, "first");
        clock.advance(Claims.MIN_TTL.minusSeconds(1));
        claims().take(CHUNK, "first");
        clock.advance(Claims.MIN_TTL.minusSeconds(1));

        assertThat(claims().take(CHUNK, "second")).isFalse();
    }

    @Test
    void anExpiredClaimIsFree() {
        claims().take(CHUNK, "first");
        clock.advance(Duration.ofMinutes(5));

        assertThat(claims().take(CHUNK, "second")).isTrue();
        assertThat(claims().take(CHUNK, "first")).isFalse();
    }

    @Test
    void anOwnerWhoseClaimExpiredDoesNotReleaseTheNextOne() {
        claims().take(CHUNK, "first");
        clock.advance(Duration.ofMinutes(5));
        claims().take(CHUNK, "second");

        claims().release(CHUNK, "first");

        assertThat(claims().take(CHUNK, "third")).isFalse();
    }

    @Test
    void ofManyWhoClaimAChunkAtOnceOneGetsIt() {
        assertThat(Concurrently.run(16, i -> claims().take(CHUNK, "buyer " + i)))
                .containsOnlyOnce(true);
    }

    @Test
    void ofManyWhoClaimAnExpiredChunkAtOnceOneGetsIt() {
        claims().take(CHUNK, "first");
        clock.advance(Duration.ofMinutes(5));

        assertThat(Concurrently.run(16, i -> claims().take(CHUNK, "buyer " + i)))
                .containsOnlyOnce(true);
    }
}
