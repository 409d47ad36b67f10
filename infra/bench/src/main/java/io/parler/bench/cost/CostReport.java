package io.parler.bench.cost;

import io.parler.deploy.price.Price;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/// Prints what posts cost.
final class CostReport {
    private static final int POSTS = 1_000;
    private static final double[] LOADS = {10, 100, 1_000, 10_000, 100_000};

    private final PrintWriter out;
    private final double plays;

    /// @param plays of each post
    CostReport(PrintWriter out, double plays) {
        this.out = out;
        this.plays = plays;
    }

    void print(Measurement measured) {
        printFunctions(measured);
        printProducts(measured);
        printServices(measured);
        printPlay(measured);
        printStanding(measured.standing());
        printMonths(measured);
        line("");
        line(
                "list prices of us-east-1 in USD, as known on %s; AWS's pages have the current ones",
                Price.CHECKED);
        out.flush();
    }

    private void printFunctions(Measurement measured) {
        line("functions, for one post");
        line(
                "  %-16s %-24s %11s %10s %12s",
                "service", "function", "invocations", "median ms", "GB-seconds");
        measured.converting()
                .functions()
                .forEach(
                        (name, use) ->
                                line(
                                        "  %-16s %-24s %11.1f %10.0f %12.3f",
                                        use.service(),
                                        name,
                                        use.invocations() / (double) measured.posts(),
                                        use.medianMilliseconds(),
                                        use.gigabyteSeconds() / measured.posts()));
    }

    private void printProducts(Measurement measured) {
        line("");
        line("%,d posts, without free units", POSTS);
        line("  %-12s %-24s %16s %12s", "product", "unit", "units", "USD");
        line(
                "  %-12s %-24s %,16.0f %12.4f",
                "voice",
                "character",
                (double) measured.characters() / measured.posts() * POSTS,
                measured.voiceDollars(POSTS));
        double total = measured.voiceDollars(POSTS);
        for (Price price : Price.values()) {
            double units = measured.converting().units(price) / measured.posts() * POSTS;
            if (units > 0) {
                double dollars = Consumption.dollars(price, units);
                total += dollars;
                line(
                        units < 100
                                ? "  %-12s %-24s %,16.3f %12.4f"
                                : "  %-12s %-24s %,16.0f %12.4f",
                        price.product().label(),
                        price.unit(),
                        units,
                        dollars);
            }
        }
        line("  %-12s %-24s %16s %12.4f", "total", "", "", total);
    }

    private void printServices(Measurement measured) {
        line("");
        line("the same by service of Parler, USD without the voice");
        for (String service : measured.converting().services()) {
            line(
                    "  %-16s %12.4f",
                    service,
                    measured.converting().dollars(service, (double) POSTS / measured.posts()));
        }
    }

    private void printPlay(Measurement measured) {
        Consumption listening = measured.listening();
        double all = 0;
        for (String service : listening.services()) {
            all += listening.dollars(service, (double) POSTS / measured.posts());
        }
        double delivered = listening.units(Price.EDGE_GB) / measured.posts() * POSTS;
        line("");
        line(
                "%,d plays of the whole post (%.0f s on average), without free units",
                POSTS, measured.seconds() / measured.posts());
        line(
                "  %-37s %16.2f %12.4f",
                "GB delivered", delivered, Consumption.dollars(Price.EDGE_GB, delivered));
        line(
                "  %-37s %16s %12.4f",
                "all else", "", all - Consumption.dollars(Price.EDGE_GB, delivered));
    }

    private void printStanding(Standing standing) {
        line("");
        line("a month before the first post, after the free units of an account, USD");
        line("  %-53s %12.2f", "alarms, keys, secrets", standing.dollars());
        double all = standing.dollars();
        for (Map.Entry<Price, Double> use : standing.units().entrySet()) {
            double dollars = use.getKey().ofMonth(BigDecimal.valueOf(use.getValue())).doubleValue();
            all += dollars;
            line(
                    "  %-12s %-23s %,16.0f %12.2f",
                    use.getKey().product().label(), use.getKey().unit(), use.getValue(), dollars);
        }
        line("  %-53s %12.2f", "total", all);
    }

    private void printMonths(Measurement measured) {
        line("");
        line(
                "a month, each post played %.0f times, after the free units of an account, USD",
                plays);
        line(
                "  %10s %10s %10s %10s %10s %10s %10s  %s",
                "posts", "voice", "CloudFront", "CloudWatch", "Lambda", "others", "total", "most");
        for (double load : LOADS) {
            Map<Price.Product, Double> bill = measured.bill(load, plays);
            double voice = measured.voiceDollars(load);
            double edge = bill.getOrDefault(Price.Product.CLOUDFRONT, 0.0);
            double watch = bill.getOrDefault(Price.Product.CLOUDWATCH, 0.0);
            double lambda = bill.getOrDefault(Price.Product.LAMBDA, 0.0);
            double total = voice + bill.values().stream().mapToDouble(Double::doubleValue).sum();
            double others = total - voice - edge - watch - lambda;
            line(
                    "  %,10.0f %,10.2f %,10.2f %,10.2f %,10.2f %,10.2f %,10.2f  %s",
                    load, voice, edge, watch, lambda, others, total, most(voice, bill));
        }
    }

    private static String most(double voice, Map<Price.Product, Double> bill) {
        String most = "voice";
        double dollars = voice;
        for (Map.Entry<Price.Product, Double> product : bill.entrySet()) {
            if (product.getValue() > dollars) {
                most = product.getKey().label();
                dollars = product.getValue();
            }
        }
        return most;
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
