package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.Reservation;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.rate.MinuteLimit;
import io.parler.request.ConversionRequest;
import io.parler.request.ConversionRequestBody;
import io.parler.request.ConversionRequestBody.SourceBody;
import io.parler.request.RequestOptions;
import io.parler.request.Source;
import io.parler.request.Visibility;
import io.parler.testing.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestAcceptorTest {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final IdempotencyStoreInMemory idempotency = new IdempotencyStoreInMemory(clock);
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final TextStoreInMemory bucket = new TextStoreInMemory();
    private final Map<String, Integer> requests = new HashMap<>();
    private final PublisherInMemory publisher = new PublisherInMemory();
    private final RequestAcceptor acceptor =
            new RequestAcceptor(
                    idempotency,
                    new MinuteLimit(
                            (account, minute, max) ->
                                    requests.merge(account + minute, 1, Integer::sum) <= max,
                            5,
                            clock),
                    new Quota(usage, new MonthlyCaps(1_000, 1_500), clock),
                    bucket,
                    publisher,
                    new UuidV7Generator(clock),
                    clock);

    private final Optional<IdempotencyKey> key = IdempotencyKey.of(AccountId.OWNER, "a-key");
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
        assertThat(idOf(accept(text("a"), Optional.empty())))
                .isNotEqualTo(idOf(accept(text("a"), Optional.empty())));
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
        accept(text("a"), key);

        assertThat(accept(text("a"), IdempotencyKey.of(OTHER, "a-key")))
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
        bill(new UUID(0, 1), 1_000);

        assertThat(accept(request, key))
                .isEqualTo(
                        new Outcome.QuotaExceeded(
                                new Reservation.Refused(MonthlyCaps.Cap.ACCOUNT, 1_000, 1_000),
                                Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(publisher.published).isEmpty();

        clock.advance(Duration.ofDays(11));
        assertThat(accept(request, key)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aTextReservesItsCharactersAndAPageWhatIsLeft() {
        accept(text("a".repeat(300)), Optional.empty());
        assertThat(reserved()).isEqualTo(300);

        accept(request, Optional.empty());

        assertThat(reserved()).isEqualTo(1_000);
        assertThat(accept(request, Optional.empty())).isInstanceOf(Outcome.QuotaExceeded.class);
    }

    @Test
    void aTextLongerThanTheRemainingQuotaIsRefused() {
        bill(new UUID(0, 1), 900);

        assertThat(accept(text("a".repeat(101)), Optional.empty()))
                .isInstanceOf(Outcome.QuotaExceeded.class);
        assertThat(accept(text("😀".repeat(100)), Optional.empty()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void noAccountPassesTheCapOfTheInstallation() {
        accept(text("a".repeat(1_000)), Optional.empty());

        Outcome other =
                acceptor.accept(
                        new Account(
                                OTHER,
                                OptionalLong.of(5_000),
                                OptionalLong.empty(),
                                Visibility.PUBLIC),
                        text("a".repeat(501)),
                        Optional.empty());

        assertThat(other)
                .isInstanceOfSatisfying(
                        Outcome.QuotaExceeded.class,
                        exceeded ->
                                assertThat(exceeded.cap().cap())
                                        .isEqualTo(MonthlyCaps.Cap.INSTALLATION));
    }

    @Test
    void anAccountMayHaveACapOfItsOwn() {
        assertThat(
                        acceptor.accept(
                                new Account(
                                        OTHER,
                                        OptionalLong.of(10),
                                        OptionalLong.empty(),
                                        Visibility.PUBLIC),
                                text("a".repeat(11)),
                                Optional.empty()))
                .isInstanceOf(Outcome.QuotaExceeded.class);
    }

    @Test
    void anAcceptedRequestStaysAcceptedWhenTheQuotaIsUsedUpLater() {
        UUID id = idOf(accept(request, key));
        bill(id, 5_000);

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(id, true));
    }

    @Test
    void aRequestThatIsNotPublishedReservesNothing() {
        publisher.becomeUnavailable();
        accept(text("a".repeat(1_000)), key);
        assertThat(reserved()).isZero();

        publisher.recover();
        idOf(accept(text("a".repeat(1_000)), key));

        assertThat(reserved()).isEqualTo(1_000);
    }

    @Test
    void aRetryOfAPublishedRequestReservesOnce() {
        idempotency.crash();
        accept(text("a".repeat(600)), key);
        idempotency.restart();
        clock.advance(Duration.ofSeconds(31));

        assertThat(accept(text("a".repeat(600)), key)).isInstanceOf(Outcome.Accepted.class);
        assertThat(reserved()).isEqualTo(600);
    }

    @Test
    void oneRequestTooManyWaitsForTheNextMinute() {
        for (int i = 0; i < 5; i++) {
            idOf(accept(text("a"), Optional.empty()));
        }

        assertThat(accept(text("a"), Optional.empty()))
                .isEqualTo(
                        new Outcome.TooManyRequests(
                                new MinuteLimit.Exceeded(5, Duration.ofSeconds(30))));
        assertThat(reserved()).isEqualTo(5);
        clock.advance(Duration.ofSeconds(30));
        assertThat(accept(text("a"), Optional.empty())).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aSmallTextIsInTheEventAndALargeOneIsStored() {
        Account unlimited =
                new Account(
                        AccountId.OWNER,
                        OptionalLong.of(1_000_000),
                        OptionalLong.empty(),
                        Visibility.PUBLIC);
        RequestAcceptor large =
                new RequestAcceptor(
                        idempotency,
                        new MinuteLimit((_, _, _) -> true, 5, clock),
                        new Quota(usage, new MonthlyCaps(1_000, 1_000_000), clock),
                        bucket,
                        publisher,
                        new UuidV7Generator(clock),
                        clock);
        large.accept(unlimited, text("a".repeat(50_000)), Optional.empty());
        assertThat(bucket.texts).isEmpty();

        String text = "ü".repeat(60_000);
        UUID id = idOf(large.accept(unlimited, text(text), Optional.empty()));

        assertThat(bucket.texts).containsExactly(Map.entry(id, text));
        assertThat(publisher.published.getLast().source())
                .isEqualTo(
                        new Source.StoredText(
                                "A title", "texts/" + id + ".txt", Optional.of("en")));
    }

    private void bill(UUID conversion, long characters) {
        new UsageLedger(usage)
                .settle(
                        conversion,
                        AccountId.OWNER,
                        MONTH,
                        new Bill("polly", characters, BigDecimal.ZERO));
    }

    private long reserved() {
        return usage.get(AccountId.OWNER, MONTH).reserved();
    }

    private Outcome accept(ConversionRequest conversion, Optional<IdempotencyKey> withKey) {
        return acceptor.accept(
                new Account(
                        AccountId.OWNER,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Visibility.PUBLIC),
                conversion,
                withKey);
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
