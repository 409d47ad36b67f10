package io.parler.deploy.plan;

import io.parler.deploy.suite.Template;
import io.parler.deploy.terminal.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What a stage costs a month while nobody uses it, at AWS's list prices of us-east-1.
///
/// All else in the templates is billed by use: functions, queues, topics, tables, requests,
/// storage.
public record MonthlyCost(List<Item> items) {
    private static final List<Price> PRICES =
            List.of(
                    new Price("AWS::CloudWatch::Alarm", "alarm metric", 10, "0.10", "cloudwatch"),
                    new Price(
                            "AWS::CloudWatch::CompositeAlarm",
                            "composite alarm",
                            0,
                            "0.50",
                            "cloudwatch"),
                    new Price("AWS::CloudWatch::Dashboard", "dashboard", 3, "3.00", "cloudwatch"),
                    new Price("AWS::KMS::Key", "KMS key", 0, "1.00", "kms"),
                    new Price(
                            "AWS::Budgets::BudgetsAction",
                            "budget action",
                            2,
                            "3.00",
                            "aws-cost-management/aws-budgets"),
                    new Price(
                            "AWS::SecretsManager::Secret", "secret", 0, "0.40", "secrets-manager"));

    /// A price that does not depend on use.
    ///
    /// @param free how many an account has for nothing
    private record Price(String type, String noun, int free, String dollars, String page) {}

    /// A kind of resource and what all of that kind cost.
    ///
    /// @param source the page with the price
    public record Item(long count, String noun, int free, BigDecimal dollars, String source) {
        /// Such as "12 alarm metrics (10 free)".
        public String label() {
            return Words.number(count, noun) + (free > 0 ? " (" + free + " free)" : "");
        }
    }

    public static MonthlyCost of(List<Template> templates) {
        List<Item> items = new ArrayList<>();
        for (Price price : PRICES) {
            long count =
                    templates.stream()
                            .flatMap(template -> template.resources().stream())
                            .filter(resource -> resource.type().equals(price.type()))
                            .mapToLong(Template.Resource::metrics)
                            .sum();
            if (count > 0) {
                items.add(
                        new Item(
                                count,
                                price.noun(),
                                price.free(),
                                new BigDecimal(price.dollars())
                                        .multiply(
                                                BigDecimal.valueOf(
                                                        Math.max(0, count - price.free()))),
                                "https://aws.amazon.com/" + price.page() + "/pricing/"));
            }
        }
        return new MonthlyCost(items);
    }

    public BigDecimal total() {
        return items.stream().map(Item::dollars).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
