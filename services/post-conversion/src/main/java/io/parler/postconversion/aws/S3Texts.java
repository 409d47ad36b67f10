package io.parler.postconversion.aws;

import io.parler.postconversion.Outage;
import io.parler.postconversion.Texts;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The bucket Texts.
final class S3Texts implements Texts {
    private final S3Client s3;
    private final String bucket;

    S3Texts(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public String put(UUID conversionId, String text) {
        String key = "texts/" + conversionId + ".txt";
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(key).contentType("text/plain; charset=utf-8"),
                    RequestBody.fromString(text));
            return key;
        } catch (SdkException e) {
            throw new Outage("bucket Texts", e);
        }
    }
}
