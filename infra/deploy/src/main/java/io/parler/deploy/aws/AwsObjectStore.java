package io.parler.deploy.aws;

import io.parler.deploy.archive.ObjectStore;
import io.parler.deploy.suite.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// S3.
public final class AwsObjectStore implements ObjectStore {
    private final S3Client client;

    AwsObjectStore(S3Client client) {
        this.client = client;
    }

    @Override
    public boolean exists(String bucket, String key) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public void put(String bucket, String key, Path file) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
    }

    @Override
    public void put(String bucket, String key, String text) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        try {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> new StoredObject(object.key(), object.size()))
                    .toList();
        } catch (NoSuchBucketException e) {
            return List.of();
        }
    }

    @Override
    public void get(String bucket, String key, Path file) {
        // Under another name until it is whole, so that what is there can be trusted.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            client.getObject(
                    request -> request.bucket(bucket).key(key), ResponseTransformer.toFile(part));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DeployException(file + " can't be written: " + e.getMessage());
        }
    }

    @Override
    public void empty(String bucket) {
        try {
            for (ListObjectVersionsResponse page :
                    client.listObjectVersionsPaginator(request -> request.bucket(bucket))) {
                List<ObjectIdentifier> objects = new ArrayList<>();
                page.versions().forEach(v -> objects.add(identifier(v.key(), v.versionId())));
                page.deleteMarkers().forEach(m -> objects.add(identifier(m.key(), m.versionId())));
                if (!objects.isEmpty()) {
                    delete(bucket, objects);
                }
            }
        } catch (NoSuchBucketException e) {
            // Deleted already: as empty as can be.
            return;
        }
    }

    private void delete(String bucket, List<ObjectIdentifier> objects) {
        DeleteObjectsResponse response =
                client.deleteObjects(
                        request ->
                                request.bucket(bucket)
                                        .delete(Delete.builder().objects(objects).build()));
        response.errors().stream()
                .findFirst()
                .ifPresent(
                        error -> {
                            throw new DeployException(
                                    bucket
                                            + "/"
                                            + error.key()
                                            + " can't be deleted: "
                                            + error.message());
                        });
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }
}
