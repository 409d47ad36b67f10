package io.parler.postconversion.aws;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.postconversion.collection.CollectionPost;
import io.parler.postconversion.collection.CollectionRequest;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.CollectionStore.PostKey;
import io.parler.postconversion.collection.PostCollection;
import io.parler.postconversion.collection.PostStatus;
import io.parler.postconversion.collection.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items of the table Collections.
final class CollectionItems {
    private static final Duration TTL = Duration.ofDays(400);
    private static final String ONLY = "-";

    private final InstantSource clock;

    CollectionItems(InstantSource clock) {
        this.clock = clock;
    }

    /// The request as JSON.
    private record RequestJson(
            String feedUrl, int latest, @Nullable String voice, Map<String, Object> options) {}

    static String owner(AccountId account) {
        return "account#" + account.storageKey();
    }

    static String owner(UUID collection) {
        return "collection#" + collection;
    }

    static Map<String, AttributeValue> key(AccountId account, UUID collection) {
        return key(owner(account), collection.toString());
    }

    static Map<String, AttributeValue> key(UUID collection, int number) {
        return key(owner(collection), String.format(Locale.ROOT, "%04d", number));
    }

    /// Of a conversion.
    static Map<String, AttributeValue> key(UUID conversion) {
        return key("conversion#" + conversion, ONLY);
    }

    private static Map<String, AttributeValue> key(String owner, String id) {
        return Map.of("owner", AttributeValue.fromS(owner), "id", AttributeValue.fromS(id));
    }

    static AttributeValue text(Enum<?> value) {
        return AttributeValue.fromS(value.name().toLowerCase(Locale.ROOT));
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue price(Price price) {
        return AttributeValue.fromS(price.characters() + " " + price.dollars().toPlainString());
    }

    private static Price price(AttributeValue value) {
        String[] parts = value.s().split(" ", 2);
        return new Price(Long.parseLong(parts[0]), new BigDecimal(parts[1]));
    }

    private AttributeValue expiry() {
        return number(clock.instant().plus(TTL).getEpochSecond());
    }

    Map<String, AttributeValue> collection(PostCollection collection) {
        CollectionRequest request = collection.request();
        Map<String, AttributeValue> item =
                new HashMap<>(key(collection.account(), collection.id()));
        item.put("account", AttributeValue.fromS(collection.account().value()));
        item.put("status", text(collection.status()));
        item.put("createdAt", AttributeValue.fromS(collection.createdAt().toString()));
        item.put("expiresAt", expiry());
        item.put(
                "request",
                AttributeValue.fromS(
                        Json.string(
                                new RequestJson(
                                        request.feedUrl(),
                                        request.latest(),
                                        request.voice().orElse(null),
                                        request.options()))));
        collection.monthlyCap().ifPresent(cap -> item.put("monthlyCap", number(cap)));
        return item;
    }

    static PostCollection collection(Map<String, AttributeValue> item) {
        RequestJson request;
        try {
            request = Json.read(text(item, "request"), RequestJson.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
        return new PostCollection(
                UUID.fromString(text(item, "id")),
                AccountId.of(text(item, "account")),
                Optional.ofNullable(item.get("monthlyCap"))
                        .map(cap -> OptionalLong.of(Long.parseLong(cap.n())))
                        .orElseGet(OptionalLong::empty),
                new CollectionRequest(
                        request.feedUrl(),
                        request.latest(),
                        Optional.ofNullable(request.voice()),
                        request.options()),
                Instant.parse(text(item, "createdAt")),
                CollectionStatus.valueOf(text(item, "status").toUpperCase(Locale.ROOT)),
                optional(item, "title"),
                Optional.ofNullable(item.get("quote")).map(CollectionItems::price),
                optional(item, "problem"));
    }

    Map<String, AttributeValue> post(UUID collection, CollectionPost post) {
        Map<String, AttributeValue> item = new HashMap<>(key(collection, post.number()));
        item.put("url", AttributeValue.fromS(post.url()));
        item.put("title", AttributeValue.fromS(post.title()));
        item.put("conversion", AttributeValue.fromS(post.conversion().toString()));
        item.put("status", text(post.status()));
        item.put("billed", number(post.billed()));
        item.put("expiresAt", expiry());
        post.price().ifPresent(price -> item.put("quote", price(price)));
        post.problem().ifPresent(problem -> item.put("problem", AttributeValue.fromS(problem)));
        post.token().ifPresent(token -> item.put("token", AttributeValue.fromS(token)));
        return item;
    }

    static CollectionPost post(Map<String, AttributeValue> item) {
        return new CollectionPost(
                Integer.parseInt(text(item, "id")),
                text(item, "url"),
                text(item, "title"),
                UUID.fromString(text(item, "conversion")),
                PostStatus.valueOf(text(item, "status").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(item.get("quote")).map(CollectionItems::price),
                Long.parseLong(Objects.requireNonNull(item.get("billed")).n()),
                optional(item, "problem"),
                optional(item, "token"));
    }

    Map<String, AttributeValue> conversion(PostCollection collection, CollectionPost post) {
        Map<String, AttributeValue> item = new HashMap<>(key(post.conversion()));
        item.put("account", AttributeValue.fromS(collection.account().value()));
        item.put("collection", AttributeValue.fromS(collection.id().toString()));
        item.put("number", number(post.number()));
        item.put("expiresAt", expiry());
        return item;
    }

    static PostKey postKey(Map<String, AttributeValue> item) {
        return new PostKey(
                AccountId.of(text(item, "account")),
                UUID.fromString(text(item, "collection")),
                Integer.parseInt(Objects.requireNonNull(item.get("number")).n()));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
