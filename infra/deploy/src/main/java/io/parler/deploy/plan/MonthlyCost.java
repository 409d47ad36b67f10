package io.parler.deploy.plan;

import io.parler.deploy.price.Price;
import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a stage costs a month while nobody uses it, at AWS's list prices of us-east-1.
///
/// All else in the templates is billed by use: functions, topics, tables, requests, storage.
public record MonthlyCost(List<Item> items) {
    private static final Map<String, Price> PRICES = prices();
    private static final Pattern QUEUE_EVENT = Pattern.compile("\\bType: SQS\\b");

    /// Lambda keeps five connections to a queue, each with a long poll of 20 seconds
    /// (Lambda, "Polling and batching streams", Amazon SQS).
    private static final long POLLS_A_MINUTE = 5 * 3;

    public static final long MINUTES_A_MONTH = 43_800;

    private static Map<String, Price> prices() {
        Map<String, Price> prices = new LinkedHashMap<>();
        prices.put("AWS::CloudWatch::Alarm", Price.ALARM_METRIC);
        prices.put("AWS::CloudWatch::CompositeAlarm", Price.COMPOSITE_ALARM);
        prices.put("AWS::CloudWatch::Dashboard", Price.DASHBOARD);
        prices.put("AWS::KMS::Key", Price.KMS_KEY);
        prices.put("AWS::Budgets::BudgetsAction", Price.BUDGET_ACTION);
        prices.put("AWS::SecretsManager::Secret", Price.SECRET);
        return prices;
    }

    /// A kind of resource and what all of that kind cost.
    ///
    /// @param source the page with the price
    public record Item(long count, String noun, int free, BigDecimal dollars, String source) {
        /// Such as "12 alarm metrics (10 free)".
        public String label() {
            return Words.number(count, noun) + (free > 0 ? " (" + free + " free)" : "");
        }
    }

    /// What is there, and what runs without being asked to: polls of queues, and metrics of logs.
    /// Metrics are billed for the hours in which they get values, so it is the most they cost.
    public static MonthlyCost of(List<Template> templates) {
        List<Item> items = new ArrayList<>(ofResources(templates).items());
        add(items, logMetrics(templates), Price.CUSTOM_METRIC);
        add(items, polls(templates), Price.QUEUE_REQUEST);
        return new MonthlyCost(items);
    }

    /// What is billed for being there.
    public static MonthlyCost ofResources(List<Template> templates) {
        List<Item> items = new ArrayList<>();
        PRICES.forEach((type, price) -> add(items, count(templates, type), price));
        return new MonthlyCost(items);
    }

    /// How often Lambda asks the queues of functions for messages in a month.
    public static long polls(List<Template> templates) {
        long queues =
                templates.stream()
                        .mapToLong(
                                template -> QUEUE_EVENT.matcher(template.text()).results().count())
                        .sum();
        return queues * POLLS_A_MINUTE * MINUTES_A_MONTH;
    }

    /// How many metrics are made of logs.
    public static long logMetrics(List<Template> templates) {
        return count(templates, "AWS::Logs::MetricFilter");
    }

    private static void add(List<Item> items, long count, Price price) {
        if (count > 0) {
            BigDecimal dollars =
                    price.ofMonth(BigDecimal.valueOf(count)).setScale(2, RoundingMode.UP);
            items.add(new Item(count, price.unit(), price.free(), dollars, price.source()));
        }
    }

    private static long count(List<Template> templates, String type) {
        return templates.stream()
                .flatMap(template -> template.resources().stream())
                .filter(resource -> resource.type().equals(type))
                .mapToLong(Template.Resource::metrics)
                .sum();
    }

    public BigDecimal total() {
        return items.stream().map(Item::dollars).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
