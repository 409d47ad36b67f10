package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.UuidV7Generator;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.ConversionRequestBody.SourceBody;
import io.parler.request.RequestOptions;
import io.parler.request.Source;
import io.parler.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestAcceptorTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final IdempotencyStoreInMemory idempotency = new IdempotencyStoreInMemory(clock);
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final Map<String, String> bucket = new HashMap<>();
    private final PublisherInMemory publisher = new PublisherInMemory();
    private final RequestAcceptor acceptor =
            new RequestAcceptor(
                    idempotency,
                    new MonthlyQuota(usage, 1_000, clock),
                    (id, text) -> {
                        bucket.put("texts/" + id + ".txt", text);
                        return "texts/" + id + ".txt";
                    },
                    publisher,
                    new UuidV7Generator(clock),
                    clock);

    private final Optional<IdempotencyKey> key = IdempotencyKey.of("public", "a-key");
    private final ConversionRequest request = page("https://blog.example.com/post");

    @Test
    void anAcceptedRequestIsPublished() {
        Outcome outcome = accept(request, Optional.empty());

        assertThat(publisher.published).hasSize(1);
        assertThat(publisher.published.getFirst().id()).isEqualTo(idOf(outcome));
        assertThat(publisher.published.getFirst().source()).isEqualTo(request.source());
        assertThat(publisher.published.getFirst().requestedAt()).isEqualTo(clock.instant());
    }

    @Test
    void withoutAKeyEachRequestIsANewConversion() {
        assertThat(idOf(accept(request, Optional.empty())))
                .isNotEqualTo(idOf(accept(request, Optional.empty())));
        assertThat(publisher.published).hasSize(2);
    }

    @Test
    void theSameKeyAndRequestGetsTheSameIdAndIsPublishedOnce() {
        UUID first = idOf(accept(request, key));

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(first, true));
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherOptionsIsRefused() {
        ConversionRequest skipsCode =
                ConversionRequest.of(
                        new ConversionRequestBody(
                                new SourceBody(
                                        "https://blog.example.com/post",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null),
                                null,
                                Map.of("code", "skip")));
        accept(skipsCode, key);

        assertThat(accept(request, key)).isInstanceOf(Outcome.KeyReused.class);
        assertThat(accept(skipsCode, key)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        accept(request, key);

        assertThat(accept(page("https://blog.example.com/other"), key))
                .isInstanceOf(Outcome.KeyReused.class);
        assertThat(
                        accept(
                                new ConversionRequest(
                                        request.source(),
                                        Optional.of("Amy"),
                                        RequestOptions.DEFAULT),
                                key))
                .isInstanceOf(Outcome.KeyReused.class);
    }

    @Test
    void anotherAccountMayUseTheSameKey() {
        accept(request, key);

        assertThat(accept(request, IdempotencyKey.of("somebody", "a-key")))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted -> assertThat(accepted.replayed()).isFalse());
    }

    @Test
    void aRequestInFlightIsNotDoneTwice() {
        idempotency.crash();
        accept(request, key);

        assertThat(accept(request, key)).isInstanceOf(Outcome.InFlight.class);
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void aRequestLeftInFlightByACrashIsTakenOverWithItsId() {
        idempotency.crash();
        UUID first = idOf(accept(request, key));
        idempotency.restart();
        clock.advance(Duration.ofSeconds(31));

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(first, false));
    }

    @Test
    void aRetryAfterAnOutageHasTheSameId() {
        publisher.loseResponses();
        assertThat(accept(request, key)).isInstanceOf(Outcome.Unavailable.class);
        publisher.becomeUnavailable();
        assertThat(accept(request, key)).isInstanceOf(Outcome.Unavailable.class);
        publisher.recover();

        UUID id = idOf(accept(request, key));

        assertThat(publisher.published).extracting(AcceptedRequest::id).containsExactly(id, id);
    }

    @Test
    void aUsedUpQuotaRefusesUntilTheNextMonth() {
        usage.add(new UUID(0, 1), "public", YearMonth.of(2026, 11), 1_000);

        assertThat(accept(request, key))
                .isEqualTo(
                        new Outcome.QuotaExceeded(
                                1_000,
                                1_000,
                                Duration.ofDays(10).plusHours(13).plusMinutes(44).plusSeconds(30)));
        assertThat(publisher.published).isEmpty();

        clock.advance(Duration.ofDays(11));
        assertThat(accept(request, key)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aTextLongerThanTheRemainingQuotaIsRefused() {
        usage.add(new UUID(0, 1), "public", YearMonth.of(2026, 11), 900);

        assertThat(accept(text("a".repeat(101)), Optional.empty()))
                .isInstanceOf(Outcome.QuotaExceeded.class);
        assertThat(accept(text("😀".repeat(100)), Optional.empty()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anAcceptedRequestStaysAcceptedWhenTheQuotaIsUsedUpLater() {
        UUID id = idOf(accept(request, key));
        usage.add(id, "public", YearMonth.of(2026, 11), 5_000);

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(id, true));
    }

    @Test
    void aSmallTextIsInTheEventAndALargeOneIsStored() {
        RequestAcceptor unlimited =
                new RequestAcceptor(
                        idempotency,
                        new MonthlyQuota(usage, 1_000_000, clock),
                        (id, text) -> {
                            bucket.put("texts/" + id + ".txt", text);
                            return "texts/" + id + ".txt";
                        },
                        publisher,
                        new UuidV7Generator(clock),
                        clock);
        unlimited.accept("public", text("a".repeat(50_000)), Optional.empty());
        assertThat(bucket).isEmpty();

        String large = "ü".repeat(60_000);
        UUID id = idOf(unlimited.accept("public", text(large), Optional.empty()));

        assertThat(bucket).containsExactly(Map.entry("texts/" + id + ".txt", large));
        assertThat(publisher.published.getLast().source())
                .isEqualTo(
                        new Source.StoredText(
                                "A title", "texts/" + id + ".txt", Optional.of("en")));
    }

    private Outcome accept(ConversionRequest conversion, Optional<IdempotencyKey> withKey) {
        return acceptor.accept("public", conversion, withKey);
    }

    private static UUID idOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).id();
    }

    private static ConversionRequest page(String url) {
        return new ConversionRequest(
                new Source.Page(URI.create(url)), Optional.empty(), RequestOptions.DEFAULT);
    }

    private static ConversionRequest text(String text) {
        return new ConversionRequest(
                new Source.Text("A title", text, Optional.of("en")),
                Optional.empty(),
                RequestOptions.DEFAULT);
    }
}
