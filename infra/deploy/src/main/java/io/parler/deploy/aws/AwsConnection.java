package io.parler.deploy.aws;

import io.parler.deploy.stack.Pause;
import io.parler.deploy.suite.DeployException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// The clients of one account and region.
public final class AwsConnection implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final AwsCredentialsProvider credentials;
    private final Region region;
    private final Optional<String> profile;
    private final Optional<URI> endpoint;

    private AwsConnection(
            AwsCredentialsProvider credentials,
            Region region,
            Optional<String> profile,
            Optional<URI> endpoint) {
        this.credentials = credentials;
        this.region = region;
        this.profile = profile;
        this.endpoint = endpoint;
    }

    /// Who calls, and where.
    public record Identity(String account, String arn, String region) {}

    /// Finds credentials and a region.
    ///
    /// @param endpoint instead of AWS's own addresses
    public static AwsConnection open(
            Optional<String> profile, Optional<String> region, Optional<URI> endpoint) {
        DefaultCredentialsProvider.Builder credentials = DefaultCredentialsProvider.builder();
        DefaultAwsRegionProviderChain.Builder regions = DefaultAwsRegionProviderChain.builder();
        profile.ifPresent(credentials::profileName);
        profile.ifPresent(regions::profileName);
        return new AwsConnection(
                credentials.build(),
                region.map(Region::of).orElseGet(() -> region(regions.build())),
                profile,
                endpoint);
    }

    private static Region region(DefaultAwsRegionProviderChain chain) {
        try {
            return chain.getRegion();
        } catch (SdkClientException e) {
            throw new DeployException(
                    "No region is chosen: add --region, such as --region eu-central-1, or set"
                            + " AWS_REGION.");
        }
    }

    /// Fails in one sentence when there are no valid credentials.
    public Identity identity() {
        try (StsClient sts = configured(StsClient.builder()).build()) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();
            return new Identity(caller.account(), caller.arn(), region.id());
        } catch (AwsServiceException e) {
            throw new DeployException(
                    "AWS does not accept these credentials ("
                            + e.awsErrorDetails().errorMessage()
                            + "): sign in again, with `aws sso login` or `aws configure`.");
        } catch (SdkClientException e) {
            if (endpoint.isPresent() && isUnreachable(e)) {
                throw new DeployException("Nothing answers at " + endpoint.get() + ".");
            }
            throw new DeployException(
                    "There are no AWS credentials: run `aws configure` or `aws sso login`, or choose"
                            + " a profile with --profile. ("
                            + firstLine(e)
                            + ")");
        }
    }

    /// What an `aws` command needs to reach the same account and region.
    public String commandOptions() {
        return " --region " + region.id() + profile.map(name -> " --profile " + name).orElse("");
    }

    public AwsStacks stacks(Pause pause) {
        return new AwsStacks(
                configured(CloudFormationClient.builder()).build(), region.id(), pause);
    }

    public AwsParameterStore parameters() {
        return new AwsParameterStore(configured(SsmClient.builder()).build());
    }

    public LambdaKeyAdministration keys() {
        return new LambdaKeyAdministration(configured(LambdaClient.builder()).build());
    }

    public AwsObjectStore objects() {
        S3ClientBuilder builder = configured(S3Client.builder());
        return new AwsObjectStore(builder.forcePathStyle(endpoint.isPresent()).build());
    }

    @Override
    public void close() {
        http.close();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder) {
        B configured = builder.httpClient(http).credentialsProvider(credentials).region(region);
        endpoint.ifPresent(configured::endpointOverride);
        return configured;
    }

    private static boolean isUnreachable(SdkClientException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(SdkClientException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
