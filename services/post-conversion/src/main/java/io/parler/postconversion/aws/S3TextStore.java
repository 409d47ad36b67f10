package io.parler.postconversion.aws;

import io.parler.postconversion.TextStore;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Texts in the bucket Texts.
final class S3TextStore implements TextStore {
    private final S3Client s3;
    private final String bucket;

    S3TextStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public String put(UUID conversionId, String text) {
        String key = key(conversionId);
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType("text/plain; charset=utf-8"),
                RequestBody.fromString(text));
        return key;
    }

    @Override
    public void delete(UUID conversionId) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key(conversionId)));
    }

    private static String key(UUID conversionId) {
        return "texts/" + conversionId + ".txt";
    }
}
