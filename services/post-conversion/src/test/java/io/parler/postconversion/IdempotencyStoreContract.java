package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.postconversion.IdempotencyStore.Claim;
import io.parler.testing.Concurrently;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every implementation of [IdempotencyStore] promises.
public abstract class IdempotencyStoreContract {
    protected static final IdempotencyKey KEY =
            IdempotencyKey.of(AccountId.OWNER, "a-key").orElseThrow();
    protected static final Fingerprint REQUEST = Fingerprint.of("a request");
    protected static final UUID ID = UUID.fromString("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012");

    private static final Fingerprint OTHER_REQUEST = Fingerprint.of("another");
    private static final UUID NEXT_ID = UUID.fromString("01a1f874-3e50-7c41-8f3a-2b6d5e7f9013");

    protected final SettableClock clock = new SettableClock("2026-11-20T10:15:30.128Z");

    protected abstract IdempotencyStore store();

    @Test
    void aNewKeyIsGrantedWithTheNewId() {
        assertThat(claim()).isEqualTo(new Claim.Granted(ID, clock.instant()));
    }

    @Test
    void aClaimedKeyIsInFlight() {
        granted();

        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
    }

    @Test
    void keysOfOtherAccountsAreOtherKeys() {
        granted();
        IdempotencyKey theirs =
                IdempotencyKey.of(AccountId.of("acc_q7c2mzk4w5tdx3hb"), "a-key").orElseThrow();

        assertThat(store().claim(theirs, OTHER_REQUEST, NEXT_ID))
                .isEqualTo(new Claim.Granted(NEXT_ID, clock.instant()));
    }

    @Test
    void anAcceptedKeyIsAnsweredWithItsId() {
        store().confirm(KEY, granted());
        clock.advance(Duration.ofHours(24).minusSeconds(1));

        assertThat(claimAgain()).isEqualTo(new Claim.AlreadyAccepted(ID));
    }

    @Test
    void aReleasedKeyIsGrantedAtOnceWithItsId() {
        store().release(KEY, granted());

        assertThat(claimAgain()).isEqualTo(new Claim.Granted(ID, clock.instant()));
        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
    }

    @Test
    void anotherRequestUnderAUsedKeyIsRecognisedInEveryState() {
        Claim.Granted first = granted();
        assertThat(claimWithOtherRequest()).isEqualTo(new Claim.OtherRequest());

        store().release(KEY, first);
        assertThat(claimWithOtherRequest()).isEqualTo(new Claim.OtherRequest());

        store().confirm(KEY, granted());
        assertThat(claimWithOtherRequest()).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void anAbandonedKeyIsGrantedWithItsIdAfterThirtySeconds() {
        granted();
        clock.advance(Duration.ofSeconds(30));
        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());

        clock.advance(Duration.ofMillis(1));
        assertThat(claimAgain()).isEqualTo(new Claim.Granted(ID, clock.instant()));
        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
    }

    @Test
    void aHolderWhoseClaimWasTakenOverCanNotReleaseIt() {
        Claim.Granted old = granted();
        clock.advance(Duration.ofSeconds(31));
        granted();

        store().release(KEY, old);

        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
    }

    @Test
    void aHolderWhoseClaimWasTakenOverCanNotAcceptIt() {
        Claim.Granted old = granted();
        clock.advance(Duration.ofSeconds(31));
        granted();

        store().confirm(KEY, old);

        assertThat(claimAgain()).isEqualTo(new Claim.InFlight());
    }

    @Test
    void anAcceptedKeyStaysAccepted() {
        Claim.Granted claim = granted();
        store().confirm(KEY, claim);

        store().release(KEY, claim);

        assertThat(claimAgain()).isEqualTo(new Claim.AlreadyAccepted(ID));
    }

    @Test
    void aReleasedKeyStaysReleased() {
        Claim.Granted claim = granted();
        store().release(KEY, claim);

        store().confirm(KEY, claim);

        assertThat(claimAgain()).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void afterADayAnAcceptedKeyIsNew() {
        store().confirm(KEY, granted());

        assertIsNewAfterADay();
    }

    @Test
    void afterADayAReleasedKeyIsNew() {
        store().release(KEY, granted());

        assertIsNewAfterADay();
    }

    @Test
    void afterADayAnAbandonedKeyIsNew() {
        granted();

        assertIsNewAfterADay();
    }

    private void assertIsNewAfterADay() {
        clock.advance(Duration.ofHours(24));

        assertThat(store().claim(KEY, REQUEST, NEXT_ID))
                .isEqualTo(new Claim.Granted(NEXT_ID, clock.instant()));
        assertThat(store().claim(KEY, REQUEST, ID)).isEqualTo(new Claim.InFlight());

        clock.advance(Duration.ofHours(24));
        assertThat(store().claim(KEY, OTHER_REQUEST, ID))
                .isEqualTo(new Claim.Granted(ID, clock.instant()));
    }

    @Test
    void ofManyWhoClaimANewKeyAtOnceOneIsGranted() {
        assertThat(claimsAtOnce()).hasSize(1);
    }

    @Test
    void ofManyWhoClaimAReleasedKeyAtOnceOneIsGranted() {
        store().release(KEY, granted());
        clock.advance(Duration.ofMillis(1));

        assertThat(claimsAtOnce()).containsExactly(new Claim.Granted(ID, clock.instant()));
    }

    @Test
    void ofManyWhoClaimAnAbandonedKeyAtOnceOneIsGranted() {
        granted();
        clock.advance(Duration.ofSeconds(31));

        assertThat(claimsAtOnce()).containsExactly(new Claim.Granted(ID, clock.instant()));
    }

    @Test
    void ofManyWhoClaimAnExpiredKeyAtOnceOneIsGranted() {
        store().confirm(KEY, granted());
        clock.advance(Duration.ofHours(24));

        assertThat(claimsAtOnce()).hasSize(1);
    }

    /// Those of 16 claims that were granted.
    private List<Claim> claimsAtOnce() {
        return Concurrently.run(16, i -> store().claim(KEY, REQUEST, new UUID(7, i))).stream()
                .filter(Claim.Granted.class::isInstance)
                .toList();
    }

    private Claim claim() {
        return store().claim(KEY, REQUEST, ID);
    }

    private Claim claimAgain() {
        return store().claim(KEY, REQUEST, NEXT_ID);
    }

    private Claim claimWithOtherRequest() {
        return store().claim(KEY, OTHER_REQUEST, NEXT_ID);
    }

    protected Claim.Granted granted() {
        Claim claim = claim();
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }
}
