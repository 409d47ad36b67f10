package io.parler.postconversion.aws;

import io.parler.http.Caller;
import io.parler.http.Json;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.AccountId;
import io.parler.postconversion.Fingerprint;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.IdempotencyStore;
import io.parler.postconversion.collection.CollectionActions;
import io.parler.postconversion.collection.CollectionRequest;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.CollectionStore;
import io.parler.postconversion.collection.PostCollection;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The routes below `/v1/collections`.
final class CollectionEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionEndpoint.class);
    private static final int MAX_BYTES = 100_000;

    /// Of an account, at once.
    private static final int MAX_BUSY = 5;

    private final CollectionStore store;
    private final CollectionActions actions;
    private final IdempotencyStore idempotency;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    CollectionEndpoint(
            CollectionStore store,
            CollectionActions actions,
            IdempotencyStore idempotency,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.store = store;
        this.actions = actions;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    private record ListBody(List<CollectionBody> collections) {}

    private record ActionBody(@Nullable String action) {}

    Response list(Request request) {
        return Response.json(
                        200,
                        new ListBody(
                                store.list(request.caller().account()).stream()
                                        .map(CollectionBody::of)
                                        .toList()))
                .header("Cache-Control", "no-store");
    }

    Response get(Request request) {
        return response(200, collection(request));
    }

    private Response response(int status, PostCollection collection) {
        return Response.json(status, CollectionBody.of(collection, store.posts(collection.id())))
                .header("Cache-Control", "no-store");
    }

    private PostCollection collection(Request request) {
        return id(request)
                .flatMap(id -> store.get(request.caller().account(), id))
                .orElseThrow(() -> new ProblemException(Problems.collectionNotFound()));
    }

    private static Optional<UUID> id(Request request) {
        try {
            return Optional.of(UUID.fromString(request.path("id")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Response create(Request request) {
        request.requireBodyOfAtMost(MAX_BYTES);
        Optional<IdempotencyKey> key = Problems.idempotencyKey(request, request.caller().account());
        CollectionRequest wanted =
                request.body(CollectionRequestBody.class).toDomain(request.caller());
        return key.isPresent()
                ? createOnce(request, wanted, key.get())
                : create(request, wanted, ids.get());
    }

    private Response createOnce(Request request, CollectionRequest wanted, IdempotencyKey key) {
        Fingerprint print =
                Fingerprint.of(
                        "collection",
                        wanted.feedUrl(),
                        Integer.toString(wanted.latest()),
                        wanted.voice().orElse(""),
                        Json.string(wanted.options()));
        return switch (idempotency.claim(key, print, ids.get())) {
            case IdempotencyStore.Claim.AlreadyAccepted(UUID id) -> create(request, wanted, id);
            case IdempotencyStore.Claim.InFlight _ ->
                    Response.of(Problems.inFlight(), request).header("Retry-After", "1");
            case IdempotencyStore.Claim.OtherRequest _ ->
                    Response.of(Problems.keyReused(), request);
            case IdempotencyStore.Claim.Granted granted -> {
                boolean created = false;
                try {
                    Response response = create(request, wanted, granted.id());
                    created = true;
                    yield response;
                } finally {
                    if (created) {
                        idempotency.confirm(key, granted);
                    } else {
                        idempotency.release(key, granted);
                    }
                }
            }
        };
    }

    /// One that is there is answered as it is. If it has not begun, its state machine is started
    /// again: the first start may have failed.
    private Response create(Request request, CollectionRequest wanted, UUID id) {
        Caller caller = request.caller();
        AccountId account = caller.account();
        Optional<PostCollection> stored = store.get(account, id);
        if (stored.isPresent()) {
            if (stored.get().status() == CollectionStatus.PREPARING) {
                actions.create(stored.get());
            }
        } else {
            long busy = store.list(account).stream().filter(c -> c.status().isBusy()).count();
            if (busy >= MAX_BUSY) {
                throw new ProblemException(
                        Problem.invalidBody(
                                List.of(
                                        new FieldError(
                                                "",
                                                "the account has "
                                                        + MAX_BUSY
                                                        + " collections at work already"))));
            }
            actions.create(
                    new PostCollection(
                            id,
                            account,
                            caller.limits().monthlyCharacters(),
                            wanted,
                            clock.instant(),
                            CollectionStatus.PREPARING,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            LOG.atInfo().addKeyValue("collectionId", id).log("collection requested");
        }
        PostCollection created =
                store.get(account, id)
                        .orElseThrow(() -> new ProblemException(Problems.collectionNotFound()));
        return response(202, created).header("Location", "/v1/collections/" + id);
    }

    Response change(Request request) {
        request.requireBodyOfAtMost(MAX_BYTES);
        PostCollection collection = collection(request);
        AccountId account = collection.account();
        UUID id = collection.id();
        String action = request.body(ActionBody.class).action();
        boolean done =
                switch (action) {
                    case "approve" ->
                            actions.approve(
                                    account, id, request.caller().limits().monthlyCharacters());
                    case "pause" -> actions.pause(account, id);
                    case "resume" -> actions.resume(account, id);
                    case "cancel" -> actions.cancel(account, id);
                    case null, default ->
                            throw new ProblemException(
                                    Problem.invalidBody(
                                            List.of(
                                                    new FieldError(
                                                            "/action",
                                                            "must be approve, pause, resume or"
                                                                    + " cancel"))));
                };
        PostCollection now = collection(request);
        return done
                ? response(200, now)
                : Response.of(
                        Problems.notPossibleNow(
                                String.valueOf(action), CollectionBody.word(now.status())),
                        request);
    }
}
