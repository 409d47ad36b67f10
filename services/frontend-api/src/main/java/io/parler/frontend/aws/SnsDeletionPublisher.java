package io.parler.frontend.aws;

import io.parler.events.EventPublisher;
import io.parler.frontend.account.DeletionPublisher;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;

/// Publishes `conversion.deleted.v1` and `account.deleted.v1`.
final class SnsDeletionPublisher implements DeletionPublisher {
    private static final String ACCOUNT_DELETED = "account.deleted.v1";

    private final EventPublisher events;

    static SnsDeletionPublisher of(SnsClient sns, String topicArn) {
        return new SnsDeletionPublisher(
                new EventPublisher(
                        sns,
                        topicArn,
                        "/parler/frontend-api",
                        InstantSource.system(),
                        () -> UUID.randomUUID().toString()));
    }

    SnsDeletionPublisher(EventPublisher events) {
        this.events = events;
    }

    /// The data of `account.deleted.v1`.
    record AccountDeletedV1(String accountId) {}

    @Override
    public void conversionDeleted(ConversionId id, AccountId account) {
        events.publish(
                ConversionDeletedV1.TYPE,
                id.toString(),
                account.value(),
                new ConversionDeletedV1(account.value()));
    }

    @Override
    public void accountDeleted(AccountId account) {
        events.publish(
                ACCOUNT_DELETED,
                account.value(),
                account.value(),
                new AccountDeletedV1(account.value()));
    }
}
