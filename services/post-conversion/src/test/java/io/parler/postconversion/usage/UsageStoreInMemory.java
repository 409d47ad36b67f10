package io.parler.postconversion.usage;

import io.parler.id.AccountId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// UsageStore in maps.
public final class UsageStoreInMemory implements UsageStore {
    private final Map<String, Usage> months = new HashMap<>();
    private final Map<UUID, StoredReservation> conversions = new HashMap<>();

    @Override
    public synchronized Usage get(AccountId account, YearMonth month) {
        return months.getOrDefault(account + "#" + month, Usage.NONE);
    }

    @Override
    public synchronized long usedByAll(YearMonth month) {
        return months.getOrDefault("#" + month, Usage.NONE).used();
    }

    @Override
    public synchronized Optional<StoredReservation> reservation(UUID conversion) {
        return Optional.ofNullable(conversions.get(conversion));
    }

    @Override
    public synchronized Result apply(UsageChange change) {
        if (!reservation(change.conversion()).equals(change.before())) {
            return new Result.Outdated();
        }
        YearMonth month = change.after().month();
        long used = get(change.after().account(), month).used();
        if (change.caps().filter(caps -> used + change.used() > caps.account()).isPresent()) {
            return new Result.CapReached(MonthlyCaps.Cap.ACCOUNT, used);
        }
        long all = usedByAll(month);
        if (change.caps().filter(caps -> all + change.used() > caps.installation()).isPresent()) {
            return new Result.CapReached(MonthlyCaps.Cap.INSTALLATION, all);
        }
        conversions.put(change.conversion(), change.after());
        add(change.after().account() + "#" + month, change);
        add("#" + month, change);
        return new Result.Applied();
    }

    private void add(String month, UsageChange change) {
        Usage before = months.getOrDefault(month, Usage.NONE);
        Map<String, Bill> bills = new TreeMap<>();
        before.bills().forEach(bill -> bills.put(bill.service(), bill));
        change.bill().ifPresent(bill -> bills.merge(bill.service(), bill, Bill::plus));
        months.put(
                month,
                new Usage(
                        before.used() + change.used(),
                        before.reserved() + change.reserved(),
                        bills.values().stream().toList()));
    }

    @Override
    public synchronized void delete(AccountId account) {
        months.keySet().removeIf(month -> month.startsWith(account + "#"));
    }
}
