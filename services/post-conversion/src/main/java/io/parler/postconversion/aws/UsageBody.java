package io.parler.postconversion.aws;

import io.parler.postconversion.usage.MonthlyReport;
import io.parler.postconversion.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/// The body of `GET /v1/usage`.
record UsageBody(
        String month,
        Instant endsAt,
        Characters characters,
        Cost cost,
        List<Service> services,
        Installation installation) {
    record Characters(long cap, long billed, long reserved) {}

    record Service(String service, long characters, Cost cost) {}

    record Installation(boolean capReached) {}

    /// Rounded to a hundredth of a cent.
    record Cost(String currency, BigDecimal amount) {
        static Cost of(BigDecimal dollars) {
            return new Cost("USD", dollars.setScale(4, RoundingMode.HALF_UP));
        }
    }

    static UsageBody of(MonthlyReport report) {
        Usage usage = report.usage();
        return new UsageBody(
                report.month().toString(),
                report.endsAt(),
                new Characters(report.cap(), usage.billed(), usage.reserved()),
                Cost.of(usage.cost()),
                usage.bills().stream()
                        .map(
                                bill ->
                                        new Service(
                                                bill.service(),
                                                bill.characters(),
                                                Cost.of(bill.cost())))
                        .toList(),
                new Installation(report.installationCapReached()));
    }
}
