package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;

/// Tells all services what was deleted; each deletes what it stores of it. A method returns when
/// its event is durable.
public interface DeletionPublisher {
    void conversionDeleted(ConversionId id, AccountId account);

    void accountDeleted(AccountId account);
}
