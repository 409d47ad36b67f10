package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.postconversion.Fingerprint;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.Requests.Claim;
import io.parler.postconversion.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoRequestsIT {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30.128Z");
    private final ATable table = ATable.withKey("idempotencyKey");
    private final DynamoRequests requests = new DynamoRequests(table.dynamo(), table.name(), clock);

    private final IdempotencyKey key = IdempotencyKey.of("public", "a-key").orElseThrow();
    private final Fingerprint request = Fingerprint.of(List.of("a request"));
    private final UUID id = UUID.fromString("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012");
    private final UUID other = UUID.fromString("01a1f874-3e50-7c41-8f3a-2b6d5e7f9013");

    @Test
    void aNewKeyIsGrantedAndAnAcceptedOneIsAnsweredTheSame() {
        Claim.Granted claim = granted();
        assertThat(claim.id()).isEqualTo(id);
        assertThat(requests.claim(key, request, other)).isEqualTo(new Claim.InFlight());

        requests.accepted(key, claim);

        assertThat(requests.claim(key, request, other)).isEqualTo(new Claim.AlreadyAccepted(id));
        assertThat(requests.claim(key, Fingerprint.of(List.of("another")), other))
                .isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void aReleasedKeyIsGrantedAtOnceWithItsId() {
        requests.released(key, granted());
        clock.advance(Duration.ofMillis(1));

        assertThat(requests.claim(key, request, other))
                .isEqualTo(new Claim.Granted(id, clock.instant()));
        assertThat(requests.claim(key, request, other)).isEqualTo(new Claim.InFlight());
    }

    @Test
    void anAbandonedKeyIsTakenOverAndItsOldHolderSettlesNothing() {
        Claim.Granted old = granted();
        clock.advance(Duration.ofSeconds(30));
        assertThat(requests.claim(key, request, other)).isEqualTo(new Claim.InFlight());
        clock.advance(Duration.ofMillis(1));

        assertThat(requests.claim(key, request, other))
                .isEqualTo(new Claim.Granted(id, clock.instant()));
        requests.released(key, old);
        assertThat(requests.claim(key, request, other)).isEqualTo(new Claim.InFlight());
    }

    @Test
    void afterADayAKeyIsNewThoughItsItemIsStillThere() {
        requests.accepted(key, granted());
        clock.advance(Duration.ofHours(24));

        assertThat(requests.claim(key, request, other))
                .isEqualTo(new Claim.Granted(other, clock.instant()));
    }

    @Test
    void ofManyAtOnceOneIsGranted() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Claim>> claims =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    i ->
                                            (Callable<Claim>)
                                                    () ->
                                                            requests.claim(
                                                                    key, request, new UUID(7, i)))
                            .toList();

            assertThat(threads.invokeAll(claims).stream().map(Future::resultNow))
                    .filteredOn(Claim.Granted.class::isInstance)
                    .hasSize(1);
        }
    }

    private Claim.Granted granted() {
        Claim claim = requests.claim(key, request, id);
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }
}
