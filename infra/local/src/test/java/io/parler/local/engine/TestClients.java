package io.parler.local.engine;

import java.net.URI;
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
    static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                            EmbeddedEngines.ACCESS_KEY_ID, EmbeddedEngines.SECRET_ACCESS_KEY));

    private TestClients() {}

    public static SqsClient sqs(URI address) {
        return pointed(SqsClient.builder(), address)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static SnsClient sns(URI address) {
        return pointed(SnsClient.builder(), address)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static DynamoDbClient dynamoDb(URI address) {
        return pointed(DynamoDbClient.builder(), address)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static S3Client s3(URI address) {
        return pointed(S3Client.builder(), address)
                .httpClient(UrlConnectionHttpClient.create())
                .serviceConfiguration(
                        S3Configuration.builder().expectContinueEnabled(false).build())
                .build();
    }

    private static <B extends AwsClientBuilder<B, ?>> B pointed(B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.of(EmbeddedEngines.REGION))
                .credentialsProvider(CREDENTIALS);
    }
}
