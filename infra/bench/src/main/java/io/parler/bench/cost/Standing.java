package io.parler.bench.cost;

import io.parler.deploy.plan.MonthlyCost;
import io.parler.deploy.price.Price;
import io.parler.deploy.suite.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a stage costs a month however little it is used.
///
/// @param dollars of resources that are billed for being there: alarms, keys, secrets
/// @param units of what runs or is sent all the time
record Standing(double dollars, Map<Price, Double> units) {
    private static final double MINUTES = MonthlyCost.MINUTES_A_MONTH;

    /// Of the scheduler of feeds, each minute.
    private static final double SCHEDULER_SECONDS = 0.1;

    /// @param metrics that functions sent, with their dimensions
    static Standing of(List<Template> templates, long metrics) {
        Map<Price, Double> units = new EnumMap<>(Price.class);
        units.put(Price.QUEUE_REQUEST, (double) MonthlyCost.polls(templates));
        units.put(Price.LAMBDA_REQUEST, MINUTES);
        units.put(Price.LAMBDA_GB_SECOND, MINUTES * SCHEDULER_SECONDS);
        units.put(Price.TABLE_READ, MINUTES * 0.5);
        units.put(Price.CUSTOM_METRIC, (double) MonthlyCost.logMetrics(templates) + metrics);
        return new Standing(MonthlyCost.ofResources(templates).total().doubleValue(), units);
    }

    /// The templates of the suite.
    static List<Template> templates(Path home) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(home.resolve("infra/platform.yaml"));
        files.add(home.resolve("infra/edge.yaml"));
        try (Stream<Path> services = Files.list(home.resolve("services"))) {
            services.map(service -> service.resolve("template.yaml"))
                    .filter(Files::exists)
                    .sorted()
                    .forEach(files::add);
        }
        return files.stream().map(Template::read).toList();
    }
}
