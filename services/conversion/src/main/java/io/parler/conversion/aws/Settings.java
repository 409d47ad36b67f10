package io.parler.conversion.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;

/// What the worker is told by its environment.
record Settings(
        Region region,
        String audioBucket,
        String textsBucket,
        String eventsTopicArn,
        String loadPostFunction,
        String jobsQueueUrl) {

    /// Names all that is missing in one exception.
    static Settings from(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        Settings settings =
                new Settings(
                        Region.of(read(environment, "AWS_REGION", missing)),
                        read(environment, "AUDIO_BUCKET", missing),
                        read(environment, "TEXTS_BUCKET", missing),
                        read(environment, "EVENTS_TOPIC_ARN", missing),
                        read(environment, "LOAD_POST_FUNCTION", missing),
                        read(environment, "JOBS_QUEUE_URL", missing));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not set: " + String.join(", ", missing));
        }
        return settings;
    }

    private static String read(Map<String, String> environment, String name, List<String> missing) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            missing.add(name);
            return "?";
        }
        return value;
    }
}
