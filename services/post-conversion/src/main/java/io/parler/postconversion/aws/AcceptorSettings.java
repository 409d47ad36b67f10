package io.parler.postconversion.aws;

import io.parler.aws.Environment;
import io.parler.postconversion.usage.MonthlyCaps;
import software.amazon.awssdk.regions.Region;

/// The environment variables of each function that accepts requests.
record AcceptorSettings(
        Region region,
        String requestsTable,
        String quotasTable,
        String eventsTopicArn,
        MonthlyCaps caps,
        long conversionsPerMinute) {
    static AcceptorSettings of(Environment environment) {
        return new AcceptorSettings(
                environment.region("AWS_REGION"),
                environment.text("REQUESTS_TABLE"),
                environment.text("QUOTAS_TABLE"),
                environment.text("EVENTS_TOPIC_ARN"),
                new MonthlyCaps(
                        environment.wholeNumber("MONTHLY_CHARACTERS"),
                        environment.wholeNumber("INSTALLATION_MONTHLY_CHARACTERS")),
                environment.wholeNumber("CONVERSIONS_PER_MINUTE"));
    }
}
