package io.parler.conversion.aws.worker;

import io.parler.aws.Environment;
import software.amazon.awssdk.regions.Region;

/// The worker's environment variables.
public record Settings(
        Region region,
        String audioBucket,
        String textsBucket,
        String eventsTopicArn,
        String loadPostFunction,
        String jobsQueueUrl,
        String claimsTable,
        int maxCharacters) {

    public static Settings of(Environment environment) {
        return new Settings(
                environment.region("AWS_REGION"),
                environment.text("AUDIO_BUCKET"),
                environment.text("TEXTS_BUCKET"),
                environment.text("EVENTS_TOPIC_ARN"),
                environment.text("LOAD_POST_FUNCTION"),
                environment.text("JOBS_QUEUE_URL"),
                environment.text("CLAIMS_TABLE"),
                environment.count("MAX_CHARACTERS"));
    }
}
