package io.parler.loadpost.aws;

import io.parler.aws.Environment;
import java.net.URI;
import software.amazon.awssdk.regions.Region;

/// The function's settings.
///
/// @param allowedNetworks what may be fetched though it is not public; empty on AWS
/// @param publicOrigin the address of Parler, sent to the sites that are read
/// @param pagesTable the table of cached pages
/// @param ratesTable the table of requests by account and minute
/// @param pagesPerMinute of an account that has no limit of its own
record Settings(
        String allowedNetworks,
        URI publicOrigin,
        String pagesTable,
        String ratesTable,
        long pagesPerMinute,
        Region region) {
    static Settings of(Environment environment) {
        return new Settings(
                environment.optionalText("ALLOWED_NETWORKS").orElse(""),
                environment.address("PUBLIC_ORIGIN"),
                environment.text("PAGES_TABLE"),
                environment.text("RATES_TABLE"),
                environment.wholeNumber("PAGES_PER_MINUTE"),
                environment.region("AWS_REGION"));
    }
}
