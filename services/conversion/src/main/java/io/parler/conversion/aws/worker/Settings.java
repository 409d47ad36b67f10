package io.parler.conversion.aws.worker;

import io.parler.conversion.aws.Environment;
import java.util.Map;
import software.amazon.awssdk.regions.Region;

/// What the worker is told by its environment.
public record Settings(
        Region region,
        String audioBucket,
        String textsBucket,
        String eventsTopicArn,
        String loadPostFunction,
        String jobsQueueUrl,
        String claimsTable,
        int maxCharacters) {

    public static Settings from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Settings settings =
                new Settings(
                        Region.of(environment.read("AWS_REGION")),
                        environment.read("AUDIO_BUCKET"),
                        environment.read("TEXTS_BUCKET"),
                        environment.read("EVENTS_TOPIC_ARN"),
                        environment.read("LOAD_POST_FUNCTION"),
                        environment.read("JOBS_QUEUE_URL"),
                        environment.read("CLAIMS_TABLE"),
                        environment.readCount("MAX_CHARACTERS"));
        environment.check();
        return settings;
    }
}
