package io.parler.postconversion;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts a request: once for each key, within the quota, and only when the event is durable.
public final class PostConversion {
    private static final Logger LOG = LoggerFactory.getLogger(PostConversion.class);

    private final Requests requests;
    private final MonthlyQuota quota;
    private final Texts texts;
    private final RequestedEvents events;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    public PostConversion(
            Requests requests,
            MonthlyQuota quota,
            Texts texts,
            RequestedEvents events,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.requests = requests;
        this.quota = quota;
        this.texts = texts;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome accept(
            String accountId, ConversionRequest request, Optional<IdempotencyKey> key) {
        try {
            return key.isPresent()
                    ? acceptOnce(accountId, request, key.get())
                    : publish(accountId, request, ids.get());
        } catch (Outage e) {
            LOG.atError().setCause(e).log("conversion not accepted: an outage");
            return new Outcome.Unavailable();
        }
    }

    private Outcome acceptOnce(String accountId, ConversionRequest request, IdempotencyKey key) {
        return switch (requests.claim(key, request.fingerprint(), ids.get())) {
            case Requests.Claim.AlreadyAccepted known -> new Outcome.Accepted(known.id(), true);
            case Requests.Claim.InFlight _ -> new Outcome.InFlight();
            case Requests.Claim.OtherRequest _ -> new Outcome.KeyReused();
            case Requests.Claim.Granted granted -> acceptClaimed(accountId, request, key, granted);
        };
    }

    private Outcome acceptClaimed(
            String accountId,
            ConversionRequest request,
            IdempotencyKey key,
            Requests.Claim.Granted claim) {
        boolean accepted = false;
        try {
            Outcome outcome = publish(accountId, request, claim.id());
            accepted = outcome instanceof Outcome.Accepted;
            return outcome;
        } finally {
            settle(key, claim, accepted);
        }
    }

    /// A claim that can't be settled is no harm: it is taken over, with its id, once abandoned.
    private void settle(IdempotencyKey key, Requests.Claim.Granted claim, boolean accepted) {
        try {
            if (accepted) {
                requests.accepted(key, claim);
            } else {
                requests.released(key, claim);
            }
        } catch (Outage e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("conversionId", claim.id())
                    .log("claim left in flight: a retry can take it over in 30 seconds");
        }
    }

    private Outcome publish(String accountId, ConversionRequest request, UUID id) {
        Optional<Outcome.QuotaExceeded> refused = quota.refuses(accountId, request.source());
        if (refused.isPresent()) {
            return refused.get();
        }
        events.requested(
                new RequestedEvents.Requested(
                        id,
                        accountId,
                        fitForAnEvent(id, request.source()),
                        request.voice(),
                        request.options(),
                        clock.instant()));
        return new Outcome.Accepted(id, false);
    }

    private Source fitForAnEvent(UUID id, Source source) {
        if (source instanceof Source.Text text && EventSize.isLarge(text.text())) {
            return new Source.StoredText(text.title(), texts.put(id, text.text()), text.language());
        }
        return source;
    }
}
