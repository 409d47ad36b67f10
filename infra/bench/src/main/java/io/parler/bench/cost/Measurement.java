package io.parler.bench.cost;

import io.parler.deploy.price.Price;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/// What was measured of some posts and of listening to them.
///
/// @param posts that were converted, and then each played once
/// @param characters that the voice billed, of all posts
/// @param seconds of audio of all posts
/// @param perMillion US dollars for a million characters
record Measurement(
        int posts,
        long characters,
        double seconds,
        BigDecimal perMillion,
        Consumption converting,
        Consumption listening,
        Standing standing) {

    /// For one post, or for one play.
    static double each(double units, int posts) {
        return units / posts;
    }

    double voiceDollars(double times) {
        return perMillion.doubleValue() * characters / posts * times / 1e6;
    }

    /// A month's units of everything but the voice.
    Map<Price, Double> month(double postsAMonth, double playsOfEach) {
        Map<Price, Double> units = new EnumMap<>(Price.class);
        for (Price price : Price.values()) {
            units.put(
                    price,
                    standing.units().getOrDefault(price, 0.0)
                            + converting.units(price) / posts * postsAMonth
                            + listening.units(price) / posts * postsAMonth * playsOfEach);
        }
        return units;
    }

    /// A month's bill by product, after the free units of an account; without the voice.
    Map<Price.Product, Double> bill(double postsAMonth, double playsOfEach) {
        Map<Price.Product, Double> bill = new EnumMap<>(Price.Product.class);
        month(postsAMonth, playsOfEach)
                .forEach(
                        (price, units) ->
                                bill.merge(
                                        price.product(),
                                        price.ofMonth(BigDecimal.valueOf(units)).doubleValue(),
                                        Double::sum));
        bill.merge(Price.Product.CLOUDWATCH, standing.dollars(), Double::sum);
        return bill;
    }
}
