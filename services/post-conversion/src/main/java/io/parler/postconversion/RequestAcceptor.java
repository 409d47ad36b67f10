package io.parler.postconversion;

import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.Reservation;
import io.parler.problem.UnavailableException;
import io.parler.rate.MinuteLimit;
import io.parler.request.ConversionRequest;
import io.parler.request.JsonSize;
import io.parler.request.RequestOptions;
import io.parler.request.Source;
import io.parler.request.Visibility;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts a request: once for each key, within the account's limits, and only when the event is
/// durable.
public final class RequestAcceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAcceptor.class);

    /// A larger text is stored, and the event holds its key; an event has at most 200 KB.
    private static final int MAX_TEXT_BYTES = 100 * 1024;

    private final IdempotencyStore idempotency;
    private final MinuteLimit rate;
    private final Quota quota;
    private final TextStore texts;
    private final RequestPublisher publisher;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public RequestAcceptor(
            IdempotencyStore idempotency,
            MinuteLimit rate,
            Quota quota,
            TextStore texts,
            RequestPublisher publisher,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.idempotency = idempotency;
        this.rate = rate;
        this.quota = quota;
        this.texts = texts;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome accept(
            Account account, ConversionRequest request, Optional<IdempotencyKey> key) {
        try {
            return key.isPresent()
                    ? acceptOnce(account, request, key.get())
                    : reserveAndPublish(account, request, ids.get());
        } catch (UnavailableException e) {
            LOG.atError().setCause(e).log("conversion not accepted");
            return new Outcome.Unavailable();
        }
    }

    private Outcome acceptOnce(Account account, ConversionRequest request, IdempotencyKey key) {
        return switch (idempotency.claim(key, Fingerprint.of(request), ids.get())) {
            case IdempotencyStore.Claim.AlreadyAccepted known ->
                    new Outcome.Accepted(known.id(), true);
            case IdempotencyStore.Claim.InFlight _ -> new Outcome.InFlight();
            case IdempotencyStore.Claim.OtherRequest _ -> new Outcome.KeyReused();
            case IdempotencyStore.Claim.Granted granted ->
                    acceptClaimed(account, request, key, granted);
        };
    }

    private Outcome acceptClaimed(
            Account account,
            ConversionRequest request,
            IdempotencyKey key,
            IdempotencyStore.Claim.Granted claim) {
        boolean accepted = false;
        try {
            Outcome outcome = reserveAndPublish(account, request, claim.id());
            accepted = outcome instanceof Outcome.Accepted;
            return outcome;
        } finally {
            settle(key, claim, accepted);
        }
    }

    /// A claim that can't be settled does no harm: a retry takes it over, with its id.
    private void settle(
            IdempotencyKey key, IdempotencyStore.Claim.Granted claim, boolean accepted) {
        try {
            if (accepted) {
                idempotency.confirm(key, claim);
            } else {
                idempotency.release(key, claim);
            }
        } catch (UnavailableException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("conversionId", claim.id())
                    .log("claim left in flight: a retry can take it over in 30 seconds");
        }
    }

    private Outcome reserveAndPublish(Account account, ConversionRequest request, UUID id) {
        Optional<MinuteLimit.Exceeded> tooMany =
                rate.count(account.id(), account.conversionsPerMinute());
        if (tooMany.isPresent()) {
            return new Outcome.TooManyRequests(tooMany.get());
        }
        return switch (quota.reserve(
                id, account.id(), account.monthlyCharacters(), request.source())) {
            case Reservation.Refused refused ->
                    new Outcome.QuotaExceeded(refused, quota.endOfMonth());
            // Only a conversion that is reserved already can have a quote.
            case Reservation.Granted _, Reservation.AboveQuote _ -> publish(account, request, id);
        };
    }

    private Outcome publish(Account account, ConversionRequest request, UUID id) {
        boolean published = false;
        try {
            publisher.publish(
                    new AcceptedRequest(
                            id,
                            account.id(),
                            storeIfLarge(id, request.source()),
                            request.voice(),
                            options(account, request),
                            clock.instant()));
            published = true;
        } finally {
            if (!published) {
                release(id);
            }
        }
        return new Outcome.Accepted(id, false);
    }

    /// Public is what an event without a visibility means.
    private static RequestOptions options(Account account, ConversionRequest request) {
        return account.visibility() == Visibility.PUBLIC
                ? request.options()
                : request.options().orVisibility(account.visibility());
    }

    /// If the event was published all the same, the worker reserves again.
    private void release(UUID id) {
        try {
            quota.release(id);
        } catch (UnavailableException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("conversionId", id)
                    .log("characters stay reserved until the month ends or a retry");
        }
    }

    private Source storeIfLarge(UUID id, Source.Requested source) {
        if (source instanceof Source.Text text && JsonSize.bytes(text.text()) > MAX_TEXT_BYTES) {
            return new Source.StoredText(text.title(), texts.put(id, text.text()), text.language());
        }
        return source;
    }
}
