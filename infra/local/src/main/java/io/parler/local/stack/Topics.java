package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// AWS::SNS::Topic and AWS::SNS::Subscription.
final class Topics {
    private static final Pattern TOPIC_ARN = Pattern.compile("<TopicArn>([^<]+)</TopicArn>");
    private static final Pattern SUBSCRIPTION_ARN =
            Pattern.compile("<SubscriptionArn>([^<]+)</SubscriptionArn>");

    private final AwsApi api;
    private final URI sns;

    Topics(AwsApi api, URI sns) {
        this.api = api;
        this.sns = sns;
    }

    Made make(String name) {
        String arn = found(TOPIC_ARN, call(Map.of("Action", "CreateTopic", "Name", name)));
        return new Made(arn, Map.of("TopicArn", arn, "TopicName", name));
    }

    Made subscribe(Properties properties) {
        Map<String, String> attributes = new LinkedHashMap<>();
        properties
                .text("RawMessageDelivery")
                .ifPresent(v -> attributes.put("RawMessageDelivery", v));
        JsonNode filter = properties.node().path("FilterPolicy");
        if (filter.isObject()) {
            attributes.put("FilterPolicy", filter.toString());
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", "Subscribe");
        form.put("TopicArn", properties.requiredText("TopicArn"));
        form.put("Protocol", properties.requiredText("Protocol"));
        form.put("Endpoint", properties.requiredText("Endpoint"));
        form.put("ReturnSubscriptionArn", "true");
        int i = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            i++;
            form.put("Attributes.entry." + i + ".key", attribute.getKey());
            form.put("Attributes.entry." + i + ".value", attribute.getValue());
        }
        String arn = found(SUBSCRIPTION_ARN, call(form));
        return new Made(arn, Map.of("Arn", arn));
    }

    private String call(Map<String, String> form) {
        Map<String, String> versioned = new LinkedHashMap<>(form);
        versioned.put("Version", "2010-03-31");
        return api.query(sns, "sns", versioned);
    }

    private static String found(Pattern pattern, String xml) {
        Matcher matcher = pattern.matcher(xml);
        if (!matcher.find()) {
            throw new IllegalStateException("SNS answered without " + pattern);
        }
        return matcher.group(1);
    }
}
