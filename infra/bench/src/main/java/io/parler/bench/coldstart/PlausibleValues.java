package io.parler.bench.coldstart;

import io.parler.local.template.Intrinsics;
import io.parler.local.template.ReferenceScope;
import io.parler.local.template.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Values for the references of a template: defaults of parameters, and names and ARNs of the right
/// form for everything else.
final class PlausibleValues implements ReferenceScope {
    static final String REGION = "eu-west-1";

    private static final String ACCOUNT = "123456789012";
    private static final Map<String, String> PSEUDO_PARAMETERS =
            Map.of(
                    "AWS::Region", REGION,
                    "AWS::AccountId", ACCOUNT,
                    "AWS::Partition", "aws",
                    "AWS::URLSuffix", "amazonaws.com",
                    "AWS::StackName", "parler");

    private final Template template;

    PlausibleValues(Template template) {
        this.template = template;
    }

    @Override
    public Optional<String> ref(String name) {
        if (PSEUDO_PARAMETERS.containsKey(name)) {
            return Optional.ofNullable(PSEUDO_PARAMETERS.get(name));
        }
        Template.Parameter parameter = template.parameters().get(name);
        if (parameter != null) {
            return Optional.of(
                    parameter.fromSsm() ? stored(name) : parameter.defaultValue().orElse(name));
        }
        Template.Resource resource = template.resources().get(name);
        if (resource != null && resource.type().equals("AWS::SQS::Queue")) {
            return Optional.of("https://sqs." + REGION + ".amazonaws.com/" + ACCOUNT + "/" + name);
        }
        return Optional.of(name.toLowerCase(Locale.ROOT));
    }

    /// What another stack would have written.
    private static String stored(String parameter) {
        if (parameter.endsWith("Origin")) {
            return "https://parler.example";
        }
        if (parameter.endsWith("TopicArn")) {
            return arn("sns", parameter);
        }
        return parameter.endsWith("Arn")
                ? arn("lambda", "function:" + parameter)
                : parameter.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> attribute(String logicalId, String attribute) {
        return Optional.of(
                attribute.equals("Arn") ? arn("sqs", logicalId) : logicalId + "." + attribute);
    }

    private static String arn(String service, String name) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + name;
    }

    @Override
    public Optional<Boolean> condition(String name) {
        return Optional.ofNullable(template.conditions().get(name))
                .map(
                        condition ->
                                new Intrinsics(template.file().toString(), name, this)
                                        .holds(condition));
    }
}
