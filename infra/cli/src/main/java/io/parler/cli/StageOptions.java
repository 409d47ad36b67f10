package io.parler.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The options of commands on a stage: the suite that runs here, or a stage on AWS.
final class StageOptions {
    /// The suite and its default stage.
    private static final String LOCAL_STAGE = "dev";

    private static final String LOCAL_PREFIX = "parler-" + LOCAL_STAGE + "-";

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

    SuiteQueues queues() {
        SqsClient client = build(SqsClient.builder(), RunningSuite::queues);
        return stage == null
                ? new SuiteQueues(client, LOCAL_PREFIX, "")
                : new SuiteQueues(client, "parler-" + stage + "-", "--stage " + stage);
    }

    AccountsAdminClient accounts() {
        return new AccountsAdminClient(
                build(LambdaClient.builder(), RunningSuite::lambda),
                build(SsmClient.builder(), RunningSuite::parameters),
                stage == null ? LOCAL_STAGE : stage);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, Function<RunningSuite, URI> local) {
        builder.httpClient(UrlConnectionHttpClient.create());
        return stage == null ? local(builder, local.apply(suite())) : remote(builder);
    }

    private RunningSuite suite() {
        return RunningSuite.find(StartOptions.folder(data))
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "No suite is running. Start it with ./parler up,"
                                                + " or choose a stage on AWS with --stage."));
    }

    private static <B extends AwsClientBuilder<B, C>, C> C local(B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private <B extends AwsClientBuilder<B, C>, C> C remote(B builder) {
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
}
