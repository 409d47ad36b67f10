package io.parler.postconversion.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// AWS clients that search for nothing at start: HTTP client, credentials and region are named.
final class Clients {
    /// A service that hangs is an outage that is answered before the function's own time is up.
    private static final Duration CALL_WITH_RETRIES = Duration.ofSeconds(6);

    private static final Duration CONNECTION = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private Clients() {}

    static DynamoDbClient dynamo() {
        return named(DynamoDbClient.builder()).build();
    }

    static SnsClient sns() {
        return named(SnsClient.builder()).build();
    }

    static SqsClient sqs() {
        return named(SqsClient.builder()).build();
    }

    /// Small bodies need no `100-continue`; with this HTTP client it now and then failed.
    static S3Client s3() {
        return named(S3Client.builder())
                .serviceConfiguration(
                        S3Configuration.builder().expectContinueEnabled(false).build())
                .build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B named(
            B builder) {
        return builder.httpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECTION)
                                .socketTimeout(SILENCE)
                                .build())
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL_WITH_RETRIES))
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(Region.of(System.getenv("AWS_REGION")));
    }
}
