package io.parler.loadpost.aws;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.loadpost.follow.AccountLimits;
import io.parler.loadpost.follow.PollProblem;
import io.parler.loadpost.follow.PollState;
import io.parler.loadpost.follow.Subscription;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.loadpost.follow.SubscriptionSettings;
import io.parler.problem.ProblemType;
import io.parler.request.OptionsParser;
import io.parler.request.RequestOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Converts a subscription to an item of the table Subscriptions and back. What its owner decides
/// and what is known from polling are different attributes, written by different functions.
final class SubscriptionItem {
    /// The partition of the index of due subscriptions; a paused one has none.
    static final String POLLING = "polling";

    static final String ON = "on";
    static final String DUE_AT = "dueAt";

    private SubscriptionItem() {}

    static Map<String, AttributeValue> key(SubscriptionId id) {
        return Map.of("id", text(id.value()));
    }

    static Map<String, AttributeValue> of(Subscription subscription) {
        Map<String, AttributeValue> item = new HashMap<>(key(subscription.id()));
        item.put("accountId", text(subscription.account().value()));
        item.put("feedUrl", text(subscription.feedUrl()));
        item.put("title", text(ResponseText.title(subscription.title())));
        item.put("since", time(subscription.since()));
        item.put("createdAt", time(subscription.createdAt()));
        present(settings(subscription), item);
        present(polls(subscription.polls()), item);
        return item;
    }

    private static void present(
            Map<String, Optional<AttributeValue>> attributes, Map<String, AttributeValue> item) {
        attributes.forEach((name, value) -> value.ifPresent(it -> item.put(name, it)));
    }

    /// What its owner decides; an empty attribute is removed.
    static Map<String, Optional<AttributeValue>> settings(Subscription subscription) {
        SubscriptionSettings settings = subscription.settings();
        AccountLimits limits = subscription.limits();
        Map<String, Optional<AttributeValue>> attributes = new HashMap<>();
        attributes.put("voice", settings.voice().map(SubscriptionItem::text));
        attributes.put("options", Optional.of(text(Json.string(settings.options().json()))));
        attributes.put("respeak", Optional.of(AttributeValue.fromBool(settings.respeak())));
        attributes.put("postsPerDay", Optional.of(number(settings.postsPerDay())));
        attributes.put("paused", Optional.of(AttributeValue.fromBool(settings.paused())));
        attributes.put(POLLING, settings.paused() ? Optional.empty() : Optional.of(text(ON)));
        attributes.put("monthlyCharacters", number(limits.monthlyCharacters()));
        attributes.put("conversionsPerMinute", number(limits.conversionsPerMinute()));
        attributes.put("hookHash", Optional.of(text(subscription.hookHash())));
        attributes.put("updatedAt", Optional.of(time(subscription.updatedAt())));
        return attributes;
    }

    /// What is known from polling; an empty attribute is removed.
    static Map<String, Optional<AttributeValue>> polls(PollState polls) {
        Map<String, Optional<AttributeValue>> attributes = new HashMap<>();
        attributes.put(DUE_AT, Optional.of(time(polls.dueAt())));
        attributes.put("polledAt", polls.polledAt().map(SubscriptionItem::time));
        attributes.put("postAt", polls.postAt().map(SubscriptionItem::time));
        attributes.put("failures", Optional.of(number(polls.failures())));
        attributes.put("problem", polls.problem().map(it -> text(it.type().name())));
        attributes.put("problemDetail", polls.problem().map(it -> text(it.detail())));
        attributes.put("notBefore", polls.notBefore().map(SubscriptionItem::time));
        attributes.put("postsToday", Optional.of(number(polls.postsToday())));
        attributes.put("day", Optional.of(text(polls.day().toString())));
        return attributes;
    }

    static Subscription subscription(Map<String, AttributeValue> item) {
        return new Subscription(
                new SubscriptionId(string(item, "id")),
                AccountId.of(string(item, "accountId")),
                string(item, "feedUrl"),
                string(item, "title"),
                new SubscriptionSettings(
                        optional(item, "voice"),
                        options(string(item, "options")),
                        flag(item, "respeak"),
                        (int) wholeNumber(item, "postsPerDay"),
                        flag(item, "paused")),
                new AccountLimits(
                        optionalNumber(item, "monthlyCharacters"),
                        optionalNumber(item, "conversionsPerMinute")),
                instant(item, "since"),
                string(item, "hookHash"),
                instant(item, "createdAt"),
                instant(item, "updatedAt"),
                polls(item));
    }

    private static PollState polls(Map<String, AttributeValue> item) {
        return new PollState(
                instant(item, DUE_AT),
                optionalInstant(item, "polledAt"),
                optionalInstant(item, "postAt"),
                (int) wholeNumber(item, "failures"),
                optional(item, "problem")
                        .map(
                                type ->
                                        new PollProblem(
                                                ProblemType.valueOf(type),
                                                string(item, "problemDetail"))),
                optionalInstant(item, "notBefore"),
                (int) wholeNumber(item, "postsToday"),
                LocalDate.parse(string(item, "day")));
    }

    /// They were valid when they were stored.
    private static RequestOptions options(String json) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> options = Json.read(json, Map.class);
            return new OptionsParser(new ArrayList<>()).parse(options);
        } catch (JacksonException e) {
            throw new IllegalStateException("the options of a subscription are not JSON", e);
        }
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Optional<AttributeValue> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(number(value.getAsLong())) : Optional.empty();
    }

    /// Milliseconds.
    static AttributeValue time(Instant time) {
        return number(time.toEpochMilli());
    }

    static String string(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> incomplete(name));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static boolean flag(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::bool).orElse(false);
    }

    static long wholeNumber(Map<String, AttributeValue> item, String name) {
        return optionalNumber(item, name).orElseThrow(() -> incomplete(name));
    }

    private static OptionalLong optionalNumber(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.n() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(value.n()));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(wholeNumber(item, name));
    }

    private static Optional<Instant> optionalInstant(
            Map<String, AttributeValue> item, String name) {
        OptionalLong millis = optionalNumber(item, name);
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    private static IllegalStateException incomplete(String name) {
        return new IllegalStateException("a subscription has no " + name);
    }
}
