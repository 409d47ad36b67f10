package io.parler.bench.cost;

import io.parler.deploy.price.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What was consumed of each service of AWS, by service of Parler.
final class Consumption {
    private final Map<String, Map<Price, Double>> units = new TreeMap<>();
    private final Map<String, FunctionUse> functions = new TreeMap<>();

    /// The invocations of a function of one of Parler's services.
    static final class FunctionUse {
        private final String service;
        private final List<Double> milliseconds = new ArrayList<>();
        private double gigabyteSeconds;

        FunctionUse(String service) {
            this.service = service;
        }

        String service() {
            return service;
        }

        int invocations() {
            return milliseconds.size();
        }

        double gigabyteSeconds() {
            return gigabyteSeconds;
        }

        double medianMilliseconds() {
            List<Double> sorted = new ArrayList<>(milliseconds);
            Collections.sort(sorted);
            return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        }
    }

    void add(String service, Price price, double count) {
        units.computeIfAbsent(service, _ -> new EnumMap<>(Price.class))
                .merge(price, count, Double::sum);
    }

    void addInvocation(String service, String function, int memoryMb, double milliseconds) {
        FunctionUse use = functions.computeIfAbsent(function, _ -> new FunctionUse(service));
        use.milliseconds.add(milliseconds);
        // Billed by the millisecond, rounded up.
        double gigabyteSeconds = memoryMb / 1024.0 * Math.ceil(milliseconds) / 1000;
        use.gigabyteSeconds += gigabyteSeconds;
        add(service, Price.LAMBDA_REQUEST, 1);
        add(service, Price.LAMBDA_GB_SECOND, gigabyteSeconds);
    }

    Set<String> services() {
        return units.keySet();
    }

    Map<String, FunctionUse> functions() {
        return functions;
    }

    /// Of all services of Parler together.
    double units(Price price) {
        return services().stream().mapToDouble(service -> units(service, price)).sum();
    }

    double units(String service, Price price) {
        return units.getOrDefault(service, Map.of()).getOrDefault(price, 0.0);
    }

    /// At list prices, without what is free.
    double dollars(String service, double times) {
        double dollars = 0;
        for (Price price : Price.values()) {
            dollars += dollars(price, units(service, price) * times);
        }
        return dollars;
    }

    static double dollars(Price price, double count) {
        return price.of(BigDecimal.valueOf(count)).doubleValue();
    }
}
