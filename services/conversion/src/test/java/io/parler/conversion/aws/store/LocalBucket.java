package io.parler.conversion.aws.store;

import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.aws.S3InMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Buckets in memory for one test, with a client for them.
public final class LocalBucket implements AfterEachCallback {
    private final AwsInMemory aws;
    private final S3Client client;

    public LocalBucket() {
        try {
            aws = new AwsInMemory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client =
                S3Client.builder()
                        .endpointOverride(aws.address())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("id", "secret")))
                        .build();
    }

    public S3Client client() {
        return client;
    }

    public S3InMemory objects() {
        return aws.s3();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        aws.close();
    }
}
