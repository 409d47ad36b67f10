package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules for alarms: what must be watched, and who is told. Each rule returns its violations.
final class AlarmRules {
    private static final Pattern SHARE = Pattern.compile("(m\\d+) / (\\d+)");

    private AlarmRules() {}

    static List<String> everythingIsWatched(Template template) {
        List<String> violations = new ArrayList<>();
        for (String function : template.functions().keySet()) {
            for (String metric : List.of("Errors", "Throttles", "Duration")) {
                unlessWatched(template, "AWS/Lambda", metric, function, violations);
            }
            String memory = "dev-" + function + "-memory";
            if (alarms(template).values().stream()
                    .flatMap(a -> metrics(a).stream())
                    .noneMatch(m -> Template.text(m.path("MetricName")).equals(memory))) {
                violations.add(function + ": no alarm watches " + memory);
            }
        }
        for (String api : template.resources("AWS::Serverless::HttpApi").keySet()) {
            unlessWatched(template, "AWS/ApiGateway", "5xx", api, violations);
        }
        for (String table : template.resources("AWS::DynamoDB::Table").keySet()) {
            for (String metric : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
                unlessWatched(template, "AWS/DynamoDB", metric, table, violations);
            }
        }
        template.resources("AWS::SQS::Queue")
                .forEach(
                        (queue, properties) -> {
                            if (properties.has("RedrivePolicy")) {
                                unlessWatched(
                                        template,
                                        "AWS/SQS",
                                        "ApproximateAgeOfOldestMessage",
                                        queue,
                                        violations);
                            }
                        });
        return violations;
    }

    /// A duration is compared with 90 % of its own function's timeout.
    static List<String> durationsAreComparedWithTheTimeouts(Template template) {
        List<String> violations = new ArrayList<>();
        JsonNode alarm = alarms(template).getOrDefault("DurationAlarm", Template.NOTHING);
        Map<String, String> functions = new LinkedHashMap<>();
        String expression = "";
        for (JsonNode query : alarm.path("Metrics")) {
            expression += query.path("Expression").asText();
            functions.put(
                    query.path("Id").asText(),
                    Template.target(query.at("/MetricStat/Metric/Dimensions/0/Value")));
        }
        Matcher share = SHARE.matcher(expression);
        while (share.find()) {
            String function = functions.getOrDefault(share.group(1), "");
            int timeout =
                    template.functions()
                            .getOrDefault(function, Template.NOTHING)
                            .path("Timeout")
                            .asInt();
            // Milliseconds, divided by a hundredth of the timeout: per cent.
            if (Integer.parseInt(share.group(2)) != timeout * 10) {
                violations.add(function + ": its duration is compared with another timeout");
            }
        }
        return violations;
    }

    /// Each function's report of its memory becomes the metric that its alarm watches.
    static List<String> memoryIsReadFromTheLogs(Template template) {
        List<String> violations = new ArrayList<>();
        Map<String, String> logs = new LinkedHashMap<>();
        template.resources("AWS::Logs::MetricFilter")
                .values()
                .forEach(
                        filter ->
                                logs.put(
                                        Template.text(
                                                filter.at("/MetricTransformations/0/MetricName")),
                                        Template.target(filter.path("LogGroupName"))));
        template.functions()
                .forEach(
                        (name, function) -> {
                            JsonNode logging = function.path("LoggingConfig");
                            if (!logging.path("LogFormat").asText().equals("JSON")) {
                                violations.add(name + ": its reports are not JSON");
                            }
                            if (!Template.target(logging.path("LogGroup"))
                                    .equals(logs.get("dev-" + name + "-memory"))) {
                                violations.add(name + ": no metric of its memory");
                            }
                        });
        return violations;
    }

    /// Somebody is told, and has a page to read.
    static List<String> alarmsReachSomebody(Template template, String runbook, String topic) {
        List<String> violations = new ArrayList<>();
        alarms(template)
                .forEach(
                        (name, alarm) -> {
                            for (String list : List.of("AlarmActions", "OKActions")) {
                                if (!Template.target(alarm.path(list).path(0)).equals(topic)) {
                                    violations.add(name + ": " + list + " tell nobody");
                                }
                            }
                            if (!runbook.contains("\n## " + name + "\n")) {
                                violations.add(name + ": has no page in docs/runbook.md");
                            }
                            if (!Template.text(alarm.path("AlarmDescription")).contains(name)) {
                                violations.add(name + ": its message does not name its page");
                            }
                        });
        return violations;
    }

    private static Map<String, JsonNode> alarms(Template template) {
        return template.resources("AWS::CloudWatch::Alarm");
    }

    private static void unlessWatched(
            Template template,
            String namespace,
            String metric,
            String resource,
            List<String> violations) {
        boolean watched =
                alarms(template).values().stream()
                        .flatMap(alarm -> metrics(alarm).stream())
                        .anyMatch(
                                m ->
                                        m.path("Namespace").asText().equals(namespace)
                                                && m.path("MetricName").asText().equals(metric)
                                                && Template.target(m.at("/Dimensions/0/Value"))
                                                        .equals(resource));
        if (!watched) {
            violations.add(resource + ": no alarm watches its " + metric);
        }
    }

    private static List<JsonNode> metrics(JsonNode alarm) {
        List<JsonNode> metrics = new ArrayList<>(List.of(alarm));
        alarm.path("Metrics").forEach(query -> metrics.add(query.at("/MetricStat/Metric")));
        return metrics;
    }
}
