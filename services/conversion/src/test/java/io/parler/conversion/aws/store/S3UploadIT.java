package io.parler.conversion.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.aws.S3InMemory;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3UploadIT {
    private static final int MEGABYTE = 1 << 20;
    private static final PutObjectRequest OBJECT =
            PutObjectRequest.builder()
                    .bucket("bucket")
                    .key("a.mp3")
                    .contentType("audio/mpeg")
                    .contentDisposition("inline")
                    .build();

    private AwsInMemory aws;
    private S3Client s3;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        s3 =
                S3Client.builder()
                        .endpointOverride(aws.address())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("id", "secret")))
                        .build();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10 * MEGABYTE, 10 * MEGABYTE + 1, 25 * MEGABYTE})
    void whateverItsSizeAnObjectArrivesWhole(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        S3Upload.write(
                s3,
                OBJECT,
                out -> {
                    for (int at = 0; at < size; at += MEGABYTE) {
                        out.write(content, at, Math.min(MEGABYTE, size - at));
                    }
                });

        S3InMemory.StoredObject stored = aws.s3().object("bucket/a.mp3");
        assertThat(stored.content()).isEqualTo(content);
        assertThat(stored.headers())
                .containsEntry("Content-type", "audio/mpeg")
                .containsEntry("Content-disposition", "inline");
        assertThat(aws.s3().aborted()).isEmpty();
    }

    @Test
    void ofContentThatFailsNothingIsThere() {
        assertThatThrownBy(
                        () ->
                                S3Upload.write(
                                        s3,
                                        OBJECT,
                                        out -> {
                                            out.write(new byte[11 * MEGABYTE]);
                                            throw new IOException("gone");
                                        }))
                .hasMessage("gone");

        assertThat(aws.s3().holds("bucket/a.mp3")).isFalse();
        assertThat(aws.s3().aborted()).containsExactly("bucket/a.mp3");
    }
}
