package io.parler.postconversion.aws;

import io.parler.aws.Environment;
import io.parler.postconversion.usage.MonthlyCaps;
import software.amazon.awssdk.regions.Region;

/// The environment variables of each function that runs collections.
record CollectionSettings(
        Region region,
        String collectionsTable,
        String quotasTable,
        String eventsTopicArn,
        MonthlyCaps caps) {
    static CollectionSettings of(Environment environment) {
        return new CollectionSettings(
                environment.region("AWS_REGION"),
                environment.text("COLLECTIONS_TABLE"),
                environment.text("QUOTAS_TABLE"),
                environment.text("EVENTS_TOPIC_ARN"),
                new MonthlyCaps(
                        environment.wholeNumber("MONTHLY_CHARACTERS"),
                        environment.wholeNumber("INSTALLATION_MONTHLY_CHARACTERS")));
    }
}
