package io.parler.conversion.aws.store;

import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Reads and writes small objects of one bucket, each as a whole.
public final class S3Objects {
    private final S3Client s3;
    private final String bucket;

    public S3Objects(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// Needs the permission to list the bucket: without it S3 responds 403 for a missing object.
    Optional<ResponseBytes<GetObjectResponse>> get(String key) {
        try {
            return Optional.of(getRequired(key));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /// Needs the same permission.
    boolean has(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    public ResponseBytes<GetObjectResponse> getRequired(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
    }

    void put(String key, String contentType, byte[] content) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(contentType),
                RequestBody.fromBytes(content));
    }
}
