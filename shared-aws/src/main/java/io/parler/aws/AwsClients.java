package io.parler.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Builds AWS clients. Each of their calls ends within its limits and the deadline in scope; an
/// outage is thrown as [io.parler.problem.UnavailableException].
///
/// HTTP client, credentials and region are named: searching for them costs a cold start 170 ms.
public final class AwsClients {
    private final Region region;
    private final AwsCredentialsProvider credentials;

    public AwsClients(Region region) {
        this(region, FunctionCredentials.create());
    }

    public AwsClients(Region region, AwsCredentialsProvider credentials) {
        this.region = region;
        this.credentials = credentials;
    }

    public DynamoDbClient dynamoDb(CallLimits limits) {
        return build(DynamoDbClient.builder(), limits, true);
    }

    public LambdaClient lambda(CallLimits limits) {
        return build(LambdaClient.builder(), limits, true);
    }

    /// Polly's own errors are not converted, because they decide whether to retry.
    public PollyClient polly(CallLimits limits) {
        return build(PollyClient.builder(), limits, false);
    }

    /// Without `Expect: 100-continue`, which small bodies don't need and this HTTP client fails in
    /// now and then.
    public S3Client s3(CallLimits limits) {
        return build(
                S3Client.builder()
                        .serviceConfiguration(
                                S3Configuration.builder().expectContinueEnabled(false).build()),
                limits,
                true);
    }

    public SfnClient sfn(CallLimits limits) {
        return build(SfnClient.builder(), limits, true);
    }

    public SnsClient sns(CallLimits limits) {
        return build(SnsClient.builder(), limits, true);
    }

    public SqsClient sqs(CallLimits limits) {
        return build(SqsClient.builder(), limits, true);
    }

    public SsmClient ssm(CallLimits limits) {
        return build(SsmClient.builder(), limits, true);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, CallLimits limits, boolean translatesOutages) {
        return builder.httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(limits.connect())
                                .socketTimeout(limits.read()))
                .overrideConfiguration(
                        calls -> {
                            calls.apiCallTimeout(limits.call())
                                    .retryStrategy(
                                            retries -> retries.maxAttempts(limits.attempts()))
                                    .addExecutionInterceptor(new DeadlineInterceptor(limits.call()))
                                    .addExecutionInterceptor(new PrimingInterceptor());
                            if (translatesOutages) {
                                calls.addExecutionInterceptor(new OutageInterceptor());
                            }
                        })
                .credentialsProvider(credentials)
                .region(region)
                .build();
    }
}
