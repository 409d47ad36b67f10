package io.parler.conversion.aws.store;

import io.parler.problem.UnavailableException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

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

    void delete(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /// Deletes all objects whose key starts with `prefix`.
    void deleteAll(String prefix) {
        s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).stream()
                .filter(page -> !page.contents().isEmpty())
                .forEach(page -> delete(page.contents()));
    }

    private void delete(List<S3Object> objects) {
        List<ObjectIdentifier> keys =
                objects.stream()
                        .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                        .toList();
        List<S3Error> errors =
                s3.deleteObjects(
                                request ->
                                        request.bucket(bucket)
                                                .delete(d -> d.objects(keys).quiet(true)))
                        .errors();
        if (!errors.isEmpty()) {
            throw new UnavailableException(
                    "S3 did not delete " + errors.size() + " objects: " + errors.getFirst().code());
        }
    }

    void put(String key, String contentType, byte[] content) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(contentType),
                RequestBody.fromBytes(content));
    }
}
