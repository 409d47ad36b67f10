package io.parler.postconversion;

import io.parler.id.AccountId;
import io.parler.request.RequestOptions;
import io.parler.request.Source;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A request that was accepted, under the id of its conversion.
public record AcceptedRequest(
        UUID id,
        AccountId account,
        Source source,
        Optional<String> voice,
        RequestOptions options,
        Instant requestedAt) {}
