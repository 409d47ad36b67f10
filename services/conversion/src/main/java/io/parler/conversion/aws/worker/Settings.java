package io.parler.conversion.aws.worker;

import io.parler.aws.Environment;
import io.parler.conversion.audio.LoudnessTarget;
import io.parler.conversion.chunk.Claims;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;

/// The worker's environment variables.
///
/// @param claimTtl when the claim of a run that died expires; longer than `synthesisTimeout`
/// @param jobLease when the message of a worker that died is delivered again
/// @param synthesisTimeout the time limit of one call to a voice
public record Settings(
        Region region,
        String audioBucket,
        String textsBucket,
        String eventsTopicArn,
        String loadPostFunction,
        String quotaReservationFunction,
        String jobsQueueUrl,
        String claimsTable,
        Duration claimTtl,
        Duration jobLease,
        Duration synthesisTimeout,
        LoudnessTarget loudness,
        int maxCharacters) {

    /// SQS counts in seconds, and a lease is renewed several times.
    private static final Duration MIN_JOB_LEASE = Duration.ofSeconds(5);

    public static Settings of(Environment environment) {
        Duration synthesisTimeout = environment.duration("SYNTHESIS_TIMEOUT");
        return new Settings(
                environment.region("AWS_REGION"),
                environment.text("AUDIO_BUCKET"),
                environment.text("TEXTS_BUCKET"),
                environment.text("EVENTS_TOPIC_ARN"),
                environment.text("LOAD_POST_FUNCTION"),
                environment.text("QUOTA_RESERVATION_FUNCTION"),
                environment.text("JOBS_QUEUE_URL"),
                environment.text("CLAIMS_TABLE"),
                environment.duration("CLAIM_TTL", Claims.minTtl(synthesisTimeout)),
                environment.duration("JOB_LEASE", MIN_JOB_LEASE),
                synthesisTimeout,
                new LoudnessTarget(
                        environment.numberBetween(
                                "LOUDNESS_LUFS", LoudnessTarget.MIN, LoudnessTarget.MAX)),
                environment.count("MAX_CHARACTERS"));
    }
}
