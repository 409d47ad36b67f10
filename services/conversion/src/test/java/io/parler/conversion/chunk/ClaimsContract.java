package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.chunk.Claims.Owner;
import io.parler.id.AccountId;
import io.parler.testing.Concurrently;
import io.parler.testing.SettableClock;
import org.junit.jupiter.api.Test;

/// The contract of every implementation of [Claims].
public abstract class ClaimsContract {
    protected static final ChunkKey CHUNK = new ChunkKey(AccountId.OWNER, "a".repeat(64));
    private static final ChunkKey OTHER_CHUNK = new ChunkKey(AccountId.OWNER, "b".repeat(64));

    protected static final Owner FIRST = new Owner("conversion-1", "run-1");
    private static final Owner SECOND = new Owner("conversion-2", "run-2");
    private static final Owner THIRD = new Owner("conversion-3", "run-3");

    protected final SettableClock clock = new SettableClock("2026-11-20T10:15:30.128Z");

    protected abstract Claims claims();

    @Test
    void aChunkIsClaimedByTheFirstWhoAsks() {
        assertThat(claims().take(CHUNK, FIRST)).isTrue();

        assertThat(claims().take(CHUNK, SECOND)).isFalse();
        assertThat(claims().take(OTHER_CHUNK, SECOND)).isTrue();
    }

    @Test
    void theSameChunkOfAnotherAccountIsAnother() {
        claims().take(CHUNK, FIRST);

        assertThat(
                        claims().take(
                                        new ChunkKey(
                                                AccountId.of("acc_q7c2mzk4w5tdx3hb"),
                                                CHUNK.sha256()),
                                        SECOND))
                .isTrue();
    }

    @Test
    void anotherRunOfTheSameConversionIsAnotherOwner() {
        claims().take(CHUNK, run(1));

        assertThat(claims().take(CHUNK, run(2))).isFalse();
        claims().release(CHUNK, run(2));
        assertThat(claims().take(CHUNK, SECOND)).isFalse();
    }

    @Test
    void anotherConversionWithARunOfTheSameNameIsAnotherOwner() {
        claims().take(CHUNK, FIRST);

        assertThat(claims().take(CHUNK, new Owner("conversion-2", FIRST.run()))).isFalse();
    }

    @Test
    void anOwnerCanTakeItsClaimAgain() {
        claims().take(CHUNK, FIRST);

        assertThat(claims().take(CHUNK, FIRST)).isTrue();
        assertThat(claims().take(CHUNK, SECOND)).isFalse();
    }

    @Test
    void aReleasedClaimIsFree() {
        claims().take(CHUNK, FIRST);
        claims().release(CHUNK, FIRST);

        assertThat(claims().take(CHUNK, SECOND)).isTrue();
    }

    @Test
    void onlyItsOwnerReleasesAClaim() {
        claims().take(CHUNK, FIRST);
        claims().release(CHUNK, SECOND);

        assertThat(claims().take(CHUNK, SECOND)).isFalse();
    }

    @Test
    void releasingWhatIsNotClaimedDoesNothing() {
        claims().release(CHUNK, FIRST);

        assertThat(claims().take(CHUNK, SECOND)).isTrue();
    }

    @Test
    void aClaimLastsForItsTimeToLive() {
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl().minusSeconds(1));

        assertThat(claims().take(CHUNK, SECOND)).isFalse();
    }

    @Test
    void aClaimThatIsTakenAgainLastsAsLongAgain() {
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl().minusSeconds(1));
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl().minusSeconds(1));

        assertThat(claims().take(CHUNK, SECOND)).isFalse();
    }

    @Test
    void anExpiredClaimIsFree() {
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl());

        assertThat(claims().take(CHUNK, SECOND)).isTrue();
        assertThat(claims().take(CHUNK, FIRST)).isFalse();
    }

    @Test
    void anOwnerWhoseClaimExpiredDoesNotReleaseTheNextOne() {
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl());
        claims().take(CHUNK, SECOND);

        claims().release(CHUNK, FIRST);

        assertThat(claims().take(CHUNK, THIRD)).isFalse();
    }

    @Test
    void ofManyWhoClaimAChunkAtOnceOneGetsIt() {
        assertThat(Concurrently.run(16, i -> claims().take(CHUNK, run(i)))).containsOnlyOnce(true);
    }

    @Test
    void ofManyWhoClaimAnExpiredChunkAtOnceOneGetsIt() {
        claims().take(CHUNK, FIRST);
        clock.advance(claims().ttl());

        assertThat(Concurrently.run(16, i -> claims().take(CHUNK, run(i)))).containsOnlyOnce(true);
    }

    private static Owner run(int number) {
        return new Owner("conversion", "run " + number);
    }
}
