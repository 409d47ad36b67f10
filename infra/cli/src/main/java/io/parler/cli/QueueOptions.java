package io.parler.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// The options of commands on queues: those of the suite that runs here, or of a stage on AWS.
final class QueueOptions {
    /// The suite and its default stage.
    private static final String LOCAL_PREFIX = "parler-dev-";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "A stage on AWS (default: the suite that runs on this machine).")
    private @Nullable String stage;

    @Option(names = "--region", description = "The stage's region (default: your configuration).")
    private @Nullable String region;

    @Option(
            names = "--profile",
            description = "The profile for the stage's account (default: your configuration).")
    private @Nullable String profile;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "An AWS-compatible endpoint instead of AWS.")
    private @Nullable URI endpoint;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the suite (default: .parler beside this command).")
    private @Nullable Path data;

    SuiteQueues open() {
        return stage == null
                ? local()
                : new SuiteQueues(remote(), "parler-" + stage + "-", "--stage " + stage);
    }

    private SuiteQueues local() {
        RunningSuite suite =
                RunningSuite.find(StartOptions.folder(data))
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "No suite is running. Start it with ./parler up,"
                                                        + " or choose a stage on AWS with"
                                                        + " --stage."));
        SqsClient client =
                builder()
                        .endpointOverride(suite.queues())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .build();
        return new SuiteQueues(client, LOCAL_PREFIX, "");
    }

    private SqsClient remote() {
        SqsClientBuilder builder = builder();
        Optional.ofNullable(endpoint).ifPresent(builder::endpointOverride);
        Optional.ofNullable(region).map(Region::of).ifPresent(builder::region);
        // Credentials and region both come from the profile.
        builder.overrideConfiguration(configuration -> configuration.defaultProfileName(profile));
        try {
            return builder.build();
        } catch (SdkClientException _) {
            throw new CommandException(
                    "Which region? Pass --region, set AWS_REGION, or name one in your profile.");
        }
    }

    private static SqsClientBuilder builder() {
        return SqsClient.builder().httpClient(UrlConnectionHttpClient.create());
    }
}
