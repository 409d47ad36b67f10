package io.parler.loadpost.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// AWS clients that search for nothing at start: HTTP client, credentials and region are named.
final class Clients {
    /// A cache that is slower than the sites is of no use, nor is one that is asked for long.
    private static final Duration CALL_WITH_RETRIES = Duration.ofSeconds(3);

    private static final Duration CONNECTION = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final int TRIES = 2;

    private Clients() {}

    static DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECTION)
                                .socketTimeout(SILENCE)
                                .build())
                .overrideConfiguration(
                        calls ->
                                calls.apiCallTimeout(CALL_WITH_RETRIES)
                                        .retryStrategy(retries -> retries.maxAttempts(TRIES)))
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(Region.of(System.getenv("AWS_REGION")))
                .build();
    }
}
