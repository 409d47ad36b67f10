package io.parler.conversion.aws.store;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.aws.request.PronunciationRuleBody;
import io.parler.conversion.aws.request.RequestMapping;
import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.speech.Pronunciations;
import io.parler.hash.Sha256;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.problem.FieldError;
import io.parler.request.PronunciationRule;
import io.parler.request.PronunciationsParser;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stores the rules of accounts as `pronunciations/{hash of the account}.json`, in the format of
/// the API.
public final class S3Pronunciations implements PronunciationStore {
    private final S3Objects objects;

    public S3Pronunciations(S3Objects objects) {
        this.objects = objects;
    }

    private record StoredRules(@Nullable List<Object> rules) {}

    @Override
    public Pronunciations get(AccountId account) {
        return objects.get(key(account))
                .map(found -> read(found.asByteArrayUnsafe()))
                .orElse(Pronunciations.NONE);
    }

    /// Only valid rules are ever stored.
    private static Pronunciations read(byte[] json) {
        try {
            List<FieldError> errors = new ArrayList<>();
            List<PronunciationRule> rules =
                    new PronunciationsParser(errors)
                            .parse("/rules", Json.read(json, StoredRules.class).rules());
            if (!errors.isEmpty()) {
                throw new IllegalStateException("stored rules are invalid at " + errors.getFirst());
            }
            return RequestMapping.pronunciations(rules);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(AccountId account, Pronunciations pronunciations) {
        objects.put(
                key(account),
                "application/json",
                Json.bytes(PronunciationRuleBody.Rules.of(pronunciations)));
    }

    @Override
    public void delete(AccountId account) {
        objects.delete(key(account));
    }

    private static String key(AccountId account) {
        return "pronunciations/" + Sha256.hexOfAll(account.storageKey()) + ".json";
    }
}
