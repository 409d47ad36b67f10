package io.parler.conversion.aws.store;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import io.parler.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Stores completed audio under `audio/{id}/`, which the edge serves to everyone.
public final class S3AudioStore implements AudioStore {
    /// The content of a key never changes.
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private final S3Client s3;
    private final String bucket;

    public S3AudioStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public String audio(String id, String slug, JoinedAudio audio) {
        String name = slug + ".mp3";
        PutObjectRequest object =
                object(id, name, "audio/mpeg").toBuilder()
                        .contentDisposition("inline; filename=\"" + name + "\"")
                        .build();
        return write(object, audio::writeTo);
    }

    @Override
    public String transcriptVtt(String id, String vtt) {
        return write(id, "transcript.vtt", "text/vtt", vtt.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String transcript(String id, Transcript transcript) {
        return write(
                id,
                "transcript.json",
                "application/json",
                Json.bytes(TranscriptJson.of(transcript)));
    }

    @Override
    public String chapters(String id, Article article, List<Chapter> chapters) {
        return write(
                id,
                "chapters.json",
                "application/json+chapters",
                Json.bytes(ChaptersJson.of(article, chapters)));
    }

    @Override
    public String script(String id, Article article, Script script) {
        return write(
                id, "script.json", "application/json", Json.bytes(ScriptJson.of(article, script)));
    }

    @Override
    public void delete(String id) {
        new S3Objects(s3, bucket).deleteAll("audio/" + id + "/");
    }

    private String write(String id, String name, String contentType, byte[] content) {
        PutObjectRequest object = object(id, name, contentType);
        s3.putObject(object, RequestBody.fromBytes(content));
        return object.key();
    }

    private String write(PutObjectRequest object, S3Upload.Content content) {
        try {
            S3Upload.write(s3, object, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return object.key();
    }

    private PutObjectRequest object(String id, String name, String contentType) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key("audio/" + id + "/" + name)
                .contentType(contentType)
                .cacheControl(IMMUTABLE)
                .build();
    }
}
