package io.parler.conversion.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// AWS clients with HTTP client, credentials and region named, which is what makes them start fast.
public final class Clients {
    /// Longer than the slowest answer a voice may take, or load-post with a slow site.
    private static final Duration SLOW_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration INTERACTIVE_TIMEOUT = Duration.ofSeconds(24);

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Region region;

    public Clients(Region region) {
        this.region = region;
    }

    /// Tries once: retrying a voice is `SpeechClient`'s, which knows the quota.
    public PollyClient polly() {
        return with(
                PollyClient.builder()
                        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry())),
                SLOW_TIMEOUT);
    }

    /// Tries as often as the SDK does.
    public PollyClient pollyVoices() {
        return with(PollyClient.builder(), TIMEOUT);
    }

    public LambdaClient lambda() {
        return with(LambdaClient.builder(), SLOW_TIMEOUT);
    }

    /// For a caller who waits: it ends before the function does, and asks once.
    public LambdaClient interactiveLambda() {
        return with(
                LambdaClient.builder()
                        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry())),
                INTERACTIVE_TIMEOUT);
    }

    public S3Client s3() {
        return with(
                S3Client.builder()
                        .serviceConfiguration(
                                S3Configuration.builder().expectContinueEnabled(false).build()),
                TIMEOUT);
    }

    public DynamoDbClient dynamo() {
        return with(DynamoDbClient.builder(), TIMEOUT);
    }

    public SsmClient ssm() {
        return with(SsmClient.builder(), TIMEOUT);
    }

    public SnsClient sns() {
        return with(SnsClient.builder(), TIMEOUT);
    }

    public SqsClient sqs() {
        return with(SqsClient.builder(), TIMEOUT);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C with(
            B builder, Duration timeout) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(region)
                .build();
    }
}
