package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.util.List;

/// Records the conversions that are deleted.
public record RecordedDeletions(List<String> conversions) implements DeletionPublisher {
    @Override
    public void conversionDeleted(ConversionId id, AccountId account) {
        conversions.add(id + " " + account);
    }

    @Override
    public void accountDeleted(AccountId account) {
        throw new IllegalStateException("no account is deleted here");
    }
}
