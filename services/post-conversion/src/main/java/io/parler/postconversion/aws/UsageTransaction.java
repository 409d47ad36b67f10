package io.parler.postconversion.aws;

import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/// A transaction that is retried while another one writes the same items: many write the month of
/// the installation.
final class UsageTransaction {
    private static final int MAX_ATTEMPTS = 7;

    /// The first pause is at most this long, and each next one up to twice as long.
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(20);

    /// No condition was wrong: the same transaction may succeed.
    private static final Set<String> RETRYABLE =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamo;

    /// Secure, so that instances that start from one snapshot pause for different times.
    private final RandomGenerator random = new SecureRandom();

    UsageTransaction(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /// Returns why each write was refused, or nothing when all are done.
    List<CancellationReason> write(List<TransactWriteItem> items) {
        Duration backoff = FIRST_BACKOFF;
        for (int attempt = 1; ; attempt++) {
            try {
                dynamo.transactWriteItems(transaction -> transaction.transactItems(items));
                return List.of();
            } catch (TransactionCanceledException e) {
                if (!isRetryable(e)) {
                    return e.cancellationReasons();
                }
                pause(backoff, attempt, e);
            } catch (TransactionInProgressException e) {
                pause(backoff, attempt, e);
            }
            backoff = backoff.multipliedBy(2);
        }
    }

    private static boolean isRetryable(TransactionCanceledException e) {
        return e.cancellationReasons().stream().anyMatch(r -> RETRYABLE.contains(r.code()));
    }

    private void pause(Duration max, int attempt, Exception conflict) {
        Duration pause = Duration.ofNanos(random.nextLong(max.toNanos()));
        boolean inTime = Deadline.current().map(deadline -> deadline.leaves(pause)).orElse(true);
        if (attempt == MAX_ATTEMPTS || !inTime) {
            throw new UnavailableException("table Quotas", conflict);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("table Quotas", e);
        }
    }
}
