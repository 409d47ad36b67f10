package io.parler.conversion.aws.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.aws.S3InMemory;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @RegisterExtension final LocalBucket bucket = new LocalBucket();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10 * MEGABYTE, 10 * MEGABYTE + 1, 25 * MEGABYTE})
    void anObjectOfAnySizeArrivesComplete(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        S3Upload.write(
                bucket.client(),
                OBJECT,
                out -> {
                    for (int at = 0; at < size; at += MEGABYTE) {
                        out.write(content, at, Math.min(MEGABYTE, size - at));
                    }
                });

        S3InMemory.StoredObject stored = bucket.objects().object("bucket/a.mp3");
        assertThat(stored.content()).isEqualTo(content);
        assertThat(stored.headers())
                .containsEntry("Content-type", "audio/mpeg")
                .containsEntry("Content-disposition", "inline");
        assertThat(bucket.objects().aborted()).isEmpty();
    }

    @Test
    void aFailedUploadLeavesNoObject() {
        assertThatThrownBy(
                        () ->
                                S3Upload.write(
                                        bucket.client(),
                                        OBJECT,
                                        out -> {
                                            out.write(new byte[11 * MEGABYTE]);
                                            throw new IOException("gone");
                                        }))
                .hasMessage("gone");

        assertThat(bucket.objects().holds("bucket/a.mp3")).isFalse();
        assertThat(bucket.objects().aborted()).containsExactly("bucket/a.mp3");
    }
}
