package io.parler.deploy.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// CloudFormation's types as words.
public final class Words {
    /// Services whose things are known without their name.
    private static final Set<String> PLAIN = Set.of("Serverless", "Logs", "Budgets");

    private Words() {}

    /// `AWS::DynamoDB::Table` as "DynamoDB table".
    public static String noun(String type) {
        String[] parts = type.split("::", -1);
        if (parts.length < 3) {
            return type;
        }
        String thing = parts[2].replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String service = PLAIN.contains(parts[1]) ? "" : parts[1] + " ";
        return service + thing.replace("http api", "HTTP API");
    }

    /// "2 SNS topics, 1 DynamoDB table": each kind with its number.
    public static String count(List<String> types) {
        Map<String, Long> counts =
                types.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Words::noun, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> number(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /// A number with its noun, in the plural where there are several.
    public static String number(long count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + "s";
    }
}
