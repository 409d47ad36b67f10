package io.parler.loadpost.aws;

import io.parler.aws.Environment;
import java.net.URI;
import software.amazon.awssdk.regions.Region;

/// The settings of the API.
///
/// @param allowedNetworks what may be fetched though it is not public; empty on AWS
/// @param publicOrigin the address of Parler, sent to the sites that are read
/// @param pagesTable the table of cached pages
/// @param ratesTable the table of requests by account and minute
/// @param subscriptionsTable the table of subscriptions
/// @param seenPostsTable the table of the posts that are known of each subscription
/// @param pollsQueueUrl the queue of polls
/// @param pagesPerMinute of an account that has no limit of its own
record ApiSettings(
        String allowedNetworks,
        URI publicOrigin,
        String pagesTable,
        String ratesTable,
        String subscriptionsTable,
        String seenPostsTable,
        String pollsQueueUrl,
        long pagesPerMinute,
        Region region) {
    static ApiSettings of(Environment environment) {
        return new ApiSettings(
                environment.optionalText("ALLOWED_NETWORKS").orElse(""),
                environment.address("PUBLIC_ORIGIN"),
                environment.text("PAGES_TABLE"),
                environment.text("RATES_TABLE"),
                environment.text("SUBSCRIPTIONS_TABLE"),
                environment.text("SEEN_POSTS_TABLE"),
                environment.text("POLLS_QUEUE_URL"),
                environment.wholeNumber("PAGES_PER_MINUTE"),
                environment.region("AWS_REGION"));
    }
}
