package io.parler.postconversion.aws;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.StoredReservation;
import io.parler.postconversion.usage.Usage;
import io.parler.postconversion.usage.UsageChange;
import io.parler.postconversion.usage.UsageStore;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;

/// The table Quotas: an item for each conversion, for each month of an account, and for each month
/// of the installation.
final class DynamoUsageStore implements UsageStore {
    /// More months than the table stores.
    private static final int MONTHS = 15;

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final UsageTransaction transaction;

    DynamoUsageStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
        this.transaction = new UsageTransaction(dynamo);
    }

    @Override
    public Usage get(AccountId account, YearMonth month) {
        Map<String, AttributeValue> item = item(UsageItems.month(account, month));
        return new Usage(
                UsageItems.number(item, UsageItems.USED),
                UsageItems.number(item, UsageItems.RESERVED),
                bills(item));
    }

    private static List<Bill> bills(Map<String, AttributeValue> item) {
        return item.keySet().stream()
                .filter(name -> name.startsWith(UsageItems.SERVICE_CHARACTERS))
                .map(name -> name.substring(UsageItems.SERVICE_CHARACTERS.length()))
                .sorted()
                .map(
                        service ->
                                new Bill(
                                        service,
                                        UsageItems.number(
                                                item, UsageItems.SERVICE_CHARACTERS + service),
                                        Optional.ofNullable(
                                                        item.get(UsageItems.SERVICE_COST + service))
                                                .map(cost -> new BigDecimal(cost.n()))
                                                .orElse(BigDecimal.ZERO)))
                .toList();
    }

    @Override
    public long usedByAll(YearMonth month) {
        return UsageItems.number(item(UsageItems.installation(month)), UsageItems.USED);
    }

    @Override
    public Optional<StoredReservation> reservation(UUID conversion) {
        Map<String, AttributeValue> item = item(UsageItems.conversion(conversion));
        return item.isEmpty() ? Optional.empty() : Optional.of(UsageItems.reservation(item));
    }

    /// A consistent read: a write that was just made by another function counts.
    private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    }

    @Override
    public Result apply(UsageChange change) {
        List<CancellationReason> reasons =
                transaction.write(new UsageItems(table, clock.instant()).writes(change));
        if (reasons.isEmpty()) {
            return new Result.Applied();
        }
        if (isFailed(reasons.getFirst())) {
            return new Result.Outdated();
        }
        return capReached(MonthlyCaps.Cap.ACCOUNT, reasons.get(1))
                .or(() -> capReached(MonthlyCaps.Cap.INSTALLATION, reasons.get(2)))
                .orElseThrow(() -> new IllegalStateException("cancelled: " + reasons));
    }

    private static Optional<Result> capReached(MonthlyCaps.Cap cap, CancellationReason reason) {
        return isFailed(reason)
                ? Optional.of(
                        new Result.CapReached(
                                cap,
                                reason.hasItem()
                                        ? UsageItems.number(reason.item(), UsageItems.USED)
                                        : 0))
                : Optional.empty();
    }

    private static boolean isFailed(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    @Override
    public void delete(AccountId account) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = now.minusMonths(back);
            dynamo.deleteItem(
                    delete -> delete.tableName(table).key(UsageItems.month(account, month)));
        }
    }
}
