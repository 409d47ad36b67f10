package io.parler.local.engine;

import io.parler.local.sns.DeliveryRule;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SDK's own clients, as a service builds them, pointed at the engines.
public final class TestClients {
    static final AwsCredentialsProvider CREDENTIALS = credentials(EmbeddedEngines.ACCESS_KEY_ID);

    /// Every topic may send to every queue.
    public static final DeliveryRule EVERY_DELIVERY = (_, _) -> Optional.empty();

    private TestClients() {}

    public static SqsClient sqs(URI address) {
        return sqs(address, EmbeddedEngines.ACCESS_KEY_ID);
    }

    public static SqsClient sqs(URI address, String key) {
        return pointed(SqsClient.builder(), address, key)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static SnsClient sns(URI address) {
        return sns(address, EmbeddedEngines.ACCESS_KEY_ID);
    }

    public static SnsClient sns(URI address, String key) {
        return pointed(SnsClient.builder(), address, key)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static DynamoDbClient dynamoDb(URI address) {
        return dynamoDb(address, EmbeddedEngines.ACCESS_KEY_ID);
    }

    public static DynamoDbClient dynamoDb(URI address, String key) {
        return pointed(DynamoDbClient.builder(), address, key)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static S3Client s3(URI address) {
        return s3(address, EmbeddedEngines.ACCESS_KEY_ID);
    }

    public static S3Client s3(URI address, String key) {
        return pointed(S3Client.builder(), address, key)
                .httpClient(UrlConnectionHttpClient.create())
                .serviceConfiguration(
                        S3Configuration.builder().expectContinueEnabled(false).build())
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B pointed(
            B builder, URI address, String key) {
        return builder.endpointOverride(address)
                .region(Region.of(EmbeddedEngines.REGION))
                .credentialsProvider(credentials(key));
    }

    private static AwsCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key, EmbeddedEngines.SECRET_ACCESS_KEY));
    }
}
