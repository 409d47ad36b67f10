package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostConversionTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final RequestsInMemory requests = new RequestsInMemory(clock);
    private final QuotasInMemory quotas = new QuotasInMemory();
    private final Map<String, String> bucket = new HashMap<>();
    private final ATopic topic = new ATopic();
    private final PostConversion conversions =
            new PostConversion(
                    requests,
                    new MonthlyQuota(quotas, 1_000, clock),
                    (id, text) -> {
                        bucket.put("texts/" + id + ".txt", text);
                        return "texts/" + id + ".txt";
                    },
                    topic,
                    new ConversionIds(clock, new Random(7)),
                    clock);

    private final Optional<IdempotencyKey> key = IdempotencyKey.of("public", "a-key");
    private final ConversionRequest request = page("https://blog.example.com/post");

    @Test
    void anAcceptedRequestIsAnEvent() {
        Outcome outcome = accept(request, Optional.empty());

        assertThat(topic.events).hasSize(1);
        assertThat(topic.events.getFirst().id()).isEqualTo(idOf(outcome));
        assertThat(topic.events.getFirst().source()).isEqualTo(request.source());
        assertThat(topic.events.getFirst().requestedAt()).isEqualTo(clock.instant());
    }

    @Test
    void withoutAKeyEachRequestIsItsOwn() {
        assertThat(idOf(accept(request, Optional.empty())))
                .isNotEqualTo(idOf(accept(request, Optional.empty())));
        assertThat(topic.events).hasSize(2);
    }

    @Test
    void theSameKeyAndRequestIsAnsweredTheSameAndDoneOnce() {
        UUID first = idOf(accept(request, key));

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(first, true));
        assertThat(topic.events).hasSize(1);
    }

    @Test
    void theSameKeyWithOtherOptionsIsRefused() {
        Options code = new Options(Map.of("code", "skip"));
        accept(new ConversionRequest(request.source(), request.voice(), code), key);

        assertThat(accept(request, key)).isInstanceOf(Outcome.KeyReused.class);
        assertThat(accept(new ConversionRequest(request.source(), request.voice(), code), key))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        accept(request, key);

        assertThat(accept(page("https://blog.example.com/other"), key))
                .isInstanceOf(Outcome.KeyReused.class);
        assertThat(
                        accept(
                                new ConversionRequest(
                                        request.source(), Optional.of("Amy"), Options.NONE),
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
        requests.crash();
        accept(request, key);

        assertThat(accept(request, key)).isInstanceOf(Outcome.InFlight.class);
        assertThat(topic.events).hasSize(1);
    }

    @Test
    void aRequestLeftByACrashIsTakenOverWithItsId() {
        requests.crash();
        UUID first = idOf(accept(request, key));
        requests.restart();
        clock.advance(Duration.ofSeconds(31));

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(first, false));
    }

    @Test
    void whenTheTopicIsOutNothingIsHalfDoneAndTheRetryHasTheSameId() {
        topic.losesAnswers();
        assertThat(accept(request, key)).isInstanceOf(Outcome.Unavailable.class);
        topic.goesOut();
        assertThat(accept(request, key)).isInstanceOf(Outcome.Unavailable.class);
        topic.comesBack();

        UUID id = idOf(accept(request, key));

        assertThat(topic.events).extracting(RequestedEvents.Requested::id).containsExactly(id, id);
    }

    @Test
    void aUsedUpQuotaRefusesUntilTheNextMonth() {
        quotas.count(new UUID(0, 1), "public", YearMonth.of(2026, 11), 1_000);

        assertThat(accept(request, key))
                .isEqualTo(
                        new Outcome.QuotaExceeded(
                                1_000,
                                1_000,
                                Duration.ofDays(10).plusHours(13).plusMinutes(44).plusSeconds(30)));
        assertThat(topic.events).isEmpty();

        clock.advance(Duration.ofDays(11));
        assertThat(accept(request, key)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aPastedTextThatWouldPassTheQuotaIsRefused() {
        quotas.count(new UUID(0, 1), "public", YearMonth.of(2026, 11), 900);

        assertThat(accept(text("a".repeat(101)), Optional.empty()))
                .isInstanceOf(Outcome.QuotaExceeded.class);
        assertThat(accept(text("😀".repeat(100)), Optional.empty()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void anAcceptedRequestStaysAcceptedWhenTheQuotaIsUsedUpLater() {
        UUID id = idOf(accept(request, key));
        quotas.count(id, "public", YearMonth.of(2026, 11), 5_000);

        assertThat(accept(request, key)).isEqualTo(new Outcome.Accepted(id, true));
    }

    @Test
    void aSmallTextStandsInTheEventAndALargeOneInTheBucket() {
        PostConversion unlimited =
                new PostConversion(
                        requests,
                        new MonthlyQuota(quotas, 1_000_000, clock),
                        (id, text) -> {
                            bucket.put("texts/" + id + ".txt", text);
                            return "texts/" + id + ".txt";
                        },
                        topic,
                        new ConversionIds(clock, new Random(8)),
                        clock);
        unlimited.accept("public", text("a".repeat(50_000)), Optional.empty());
        assertThat(bucket).isEmpty();

        String large = "ü".repeat(60_000);
        UUID id = idOf(unlimited.accept("public", text(large), Optional.empty()));

        assertThat(bucket).containsExactly(Map.entry("texts/" + id + ".txt", large));
        assertThat(topic.events.getLast().source())
                .isEqualTo(
                        new Source.StoredText(
                                "A title", "texts/" + id + ".txt", Optional.of("en")));
    }

    private Outcome accept(ConversionRequest wanted, Optional<IdempotencyKey> under) {
        return conversions.accept("public", wanted, under);
    }

    private static UUID idOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).id();
    }

    private static ConversionRequest page(String url) {
        return new ConversionRequest(
                new Source.Page(URI.create(url)), Optional.empty(), Options.NONE);
    }

    private static ConversionRequest text(String text) {
        return new ConversionRequest(
                new Source.Text("A title", text, Optional.of("en")),
                Optional.empty(),
                Options.NONE);
    }
}
