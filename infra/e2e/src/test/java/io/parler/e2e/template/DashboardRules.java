package io.parler.e2e.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rules for dashboards: what they must show. Each rule returns its violations.
final class DashboardRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.\\w+)?}");
    private static final List<String> SHOWN =
            List.of(
                    "AWS::Serverless::Function",
                    "AWS::Serverless::HttpApi",
                    "AWS::SQS::Queue",
                    "AWS::DynamoDB::Table",
                    "AWS::CloudWatch::Alarm");

    private DashboardRules() {}

    static List<String> everythingIsShown(Template template) {
        String body = body(template, "ServiceDashboard");
        Set<String> shown = new HashSet<>();
        for (Matcher reference = REFERENCE.matcher(body); reference.find(); ) {
            shown.add(reference.group(1));
        }
        List<String> violations = new ArrayList<>();
        for (String type : SHOWN) {
            template.resources(type).keySet().stream()
                    .filter(name -> !shown.contains(name))
                    .map(name -> name + ": is not on the dashboard")
                    .forEach(violations::add);
        }
        return violations;
    }

    /// CloudFormation doesn't read the body, and CloudWatch rejects one that is invalid.
    static List<String> widgetsAreValid(Template template, String dashboard) {
        List<String> violations = new ArrayList<>();
        try {
            JsonNode widgets = JSON.readTree(body(template, dashboard)).path("widgets");
            if (widgets.isEmpty()) {
                violations.add(dashboard + ": has no widgets");
            }
            for (JsonNode widget : widgets) {
                int right = widget.path("x").asInt() + widget.path("width").asInt();
                if (right > 24 || !widget.at("/properties/title").isTextual()) {
                    violations.add(dashboard + ": has no title or is too wide: " + widget);
                }
            }
        } catch (JsonProcessingException e) {
            violations.add(dashboard + ": is not JSON: " + e.getOriginalMessage());
        }
        return violations;
    }

    private static String body(Template template, String dashboard) {
        JsonNode properties =
                template.resources("AWS::CloudWatch::Dashboard")
                        .getOrDefault(dashboard, Template.NOTHING);
        return Template.text(properties.path("DashboardBody"));
    }
}
