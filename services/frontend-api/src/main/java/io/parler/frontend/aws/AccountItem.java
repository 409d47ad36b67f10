package io.parler.frontend.aws;

import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountLimits;
import io.parler.frontend.account.StoredKey;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An account or a key as an item of the table Accounts.
final class AccountItem {
    static final String ACCOUNT = "account#";
    static final String KEY = "key#";

    private static final String PRIVATE = "private";

    private AccountItem() {}

    static String id(AccountId account) {
        return ACCOUNT + account.value();
    }

    static String keyId(String hash) {
        return KEY + hash;
    }

    static Map<String, AttributeValue> of(Account account) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", text(id(account.id())));
        item.put("name", text(account.name()));
        item.put("createdAt", time(account.createdAt()));
        item.put(
                "origins",
                AttributeValue.fromL(account.origins().stream().map(AccountItem::text).toList()));
        if (account.isPrivate()) {
            item.put("visibility", text(PRIVATE));
        }
        AccountLimits limits = account.limits();
        limits.monthlyCharacters().ifPresent(n -> item.put("monthlyCharacters", number(n)));
        limits.conversionsPerMinute().ifPresent(n -> item.put("conversionsPerMinute", number(n)));
        limits.pagesPerMinute().ifPresent(n -> item.put("pagesPerMinute", number(n)));
        account.deletedAt().ifPresent(at -> item.put("deletedAt", time(at)));
        return item;
    }

    static Account account(Map<String, AttributeValue> item) {
        return new Account(
                AccountId.of(string(item, "id").substring(ACCOUNT.length())),
                string(item, "name"),
                Instant.parse(string(item, "createdAt")),
                new AccountLimits(
                        whole(item, "monthlyCharacters"),
                        whole(item, "conversionsPerMinute"),
                        whole(item, "pagesPerMinute")),
                Optional.ofNullable(item.get("origins"))
                        .map(AttributeValue::l)
                        .orElse(List.of())
                        .stream()
                        .map(AttributeValue::s)
                        .toList(),
                optional(item, "visibility").filter(PRIVATE::equals).isPresent(),
                optionalTime(item, "deletedAt"));
    }

    static Map<String, AttributeValue> of(StoredKey key) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", text(keyId(key.hash())));
        item.put("keyId", text(key.id()));
        item.put("name", text(key.name()));
        item.put("accountId", text(key.account().value()));
        item.put(
                "scopes",
                AttributeValue.fromSs(key.scopes().stream().map(Scope::word).sorted().toList()));
        item.put("createdAt", time(key.createdAt()));
        key.lastUsedAt().ifPresent(at -> item.put("lastUsedAt", time(at)));
        key.expiresAt().ifPresent(at -> item.put("expiresAt", time(at)));
        key.revokedAt().ifPresent(at -> item.put("revokedAt", time(at)));
        return item;
    }

    static StoredKey key(Map<String, AttributeValue> item) {
        return new StoredKey(
                string(item, "id").substring(KEY.length()),
                string(item, "keyId"),
                string(item, "name"),
                AccountId.of(string(item, "accountId")),
                Optional.ofNullable(item.get("scopes"))
                        .map(AttributeValue::ss)
                        .orElse(List.of())
                        .stream()
                        .flatMap(word -> Scope.of(word).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Instant.parse(string(item, "createdAt")),
                optionalTime(item, "lastUsedAt"),
                optionalTime(item, "expiresAt"),
                optionalTime(item, "revokedAt"));
    }

    /// To the second, so that times sort as texts.
    static AttributeValue time(Instant time) {
        return text(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static Optional<Instant> optionalTime(Map<String, AttributeValue> item, String name) {
        return optional(item, name).map(Instant::parse);
    }

    private static OptionalLong whole(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.n()));
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> incomplete(name));
    }

    private static IllegalStateException incomplete(String name) {
        return new IllegalStateException("an item of the table Accounts has no " + name);
    }
}
