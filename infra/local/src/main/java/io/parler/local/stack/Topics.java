package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Creates topics and subscriptions (AWS::SNS::Topic, AWS::SNS::Subscription).
final class Topics {
    private static final Pattern TOPIC_ARN = Pattern.compile("<TopicArn>([^<]+)</TopicArn>");
    private static final Pattern SUBSCRIPTION_ARN =
            Pattern.compile("<SubscriptionArn>([^<]+)</SubscriptionArn>");

    private final AwsClient api;
    private final URI sns;

    Topics(AwsClient api, URI sns) {
        this.api = api;
        this.sns = sns;
    }

    CreatedResource create(String name) {
        String arn = extract(TOPIC_ARN, call(Map.of("Action", "CreateTopic", "Name", name)));
        return new CreatedResource(arn, Map.of("TopicArn", arn, "TopicName", name));
    }

    CreatedResource subscribe(ResourceProperties properties) {
        String protocol = properties.requiredText("Protocol");
        if (!protocol.equals("sqs")) {
            throw new TemplateException(
                    properties.where() + ": Protocol " + protocol + " is not supported here");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        properties
                .text("RawMessageDelivery")
                .ifPresent(v -> attributes.put("RawMessageDelivery", v));
        JsonNode filter = properties.node().path("FilterPolicy");
        if (filter.isObject()) {
            attributes.put("FilterPolicy", filter.toString());
        }
        JsonNode redrive = properties.node().path("RedrivePolicy");
        if (redrive.isObject()) {
            attributes.put("RedrivePolicy", redrive.toString());
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", "Subscribe");
        form.put("TopicArn", properties.requiredText("TopicArn"));
        form.put("Protocol", protocol);
        form.put("Endpoint", properties.requiredText("Endpoint"));
        form.put("ReturnSubscriptionArn", "true");
        int i = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            i++;
            form.put("Attributes.entry." + i + ".key", attribute.getKey());
            form.put("Attributes.entry." + i + ".value", attribute.getValue());
        }
        String arn = extract(SUBSCRIPTION_ARN, call(form));
        return new CreatedResource(arn, Map.of("Arn", arn));
    }

    private String call(Map<String, String> form) {
        Map<String, String> versioned = new LinkedHashMap<>(form);
        versioned.put("Version", "2010-03-31");
        return api.query(sns, "sns", versioned);
    }

    private static String extract(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        if (!matcher.find()) {
            throw new IllegalStateException("SNS responded without " + pattern);
        }
        return matcher.group(1);
    }
}
