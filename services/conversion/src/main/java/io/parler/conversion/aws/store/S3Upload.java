package io.parler.conversion.aws.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Uploads an object of any length with a buffer of one part: a small object in one call, a larger
/// one as a multipart upload. The object only appears after `complete`.
final class S3Upload extends OutputStream {
    /// S3 allows up to 10,000 parts of at least 5 MB. Half an hour of audio fits in one call.
    private static final int PART_SIZE = 10 << 20;

    private final S3Client s3;
    private final PutObjectRequest object;
    private final byte[] part = new byte[PART_SIZE];
    private final List<CompletedPart> parts = new ArrayList<>();
    private int filled;
    private String uploadId = "";

    S3Upload(S3Client s3, PutObjectRequest object) {
        this.s3 = s3;
        this.object = object;
    }

    /// Writes the content of the object.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Uploads the whole `content`, or nothing.
    static void write(S3Client s3, PutObjectRequest object, Content content) throws IOException {
        try (S3Upload upload = new S3Upload(s3, object)) {
            content.writeTo(upload);
            upload.complete();
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        while (at < offset + length) {
            if (filled == PART_SIZE) {
                sendPart();
            }
            int count = Math.min(PART_SIZE - filled, offset + length - at);
            System.arraycopy(bytes, at, part, filled, count);
            filled += count;
            at += count;
        }
    }

    private void complete() {
        if (uploadId.isEmpty()) {
            s3.putObject(object, body());
            return;
        }
        sendPart();
        s3.completeMultipartUpload(
                request ->
                        request.bucket(object.bucket())
                                .key(object.key())
                                .uploadId(uploadId)
                                .multipartUpload(upload -> upload.parts(parts)));
        uploadId = "";
    }

    /// Aborts an upload that was not completed. The bucket deletes those for which this fails.
    @Override
    public void close() {
        if (!uploadId.isEmpty()) {
            s3.abortMultipartUpload(
                    request ->
                            request.bucket(object.bucket()).key(object.key()).uploadId(uploadId));
        }
    }

    private void sendPart() {
        if (uploadId.isEmpty()) {
            uploadId = s3.createMultipartUpload(create()).uploadId();
        }
        int number = parts.size() + 1;
        String tag =
                s3.uploadPart(
                                request ->
                                        request.bucket(object.bucket())
                                                .key(object.key())
                                                .uploadId(uploadId)
                                                .partNumber(number),
                                body())
                        .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        filled = 0;
    }

    private CreateMultipartUploadRequest create() {
        return CreateMultipartUploadRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .contentType(object.contentType())
                .contentDisposition(object.contentDisposition())
                .cacheControl(object.cacheControl())
                .build();
    }

    private RequestBody body() {
        int length = filled;
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(part, 0, length), length, object.contentType());
    }
}
