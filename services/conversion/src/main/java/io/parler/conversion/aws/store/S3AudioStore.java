package io.parler.conversion.aws.store;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import io.parler.http.Json;
import io.parler.request.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Stores completed audio where the edge serves it.
public final class S3AudioStore implements AudioStore {
    /// The content of a key never changes.
    private static final String IMMUTABLE = ", max-age=31536000, immutable";

    private final S3Client s3;
    private final String bucket;

    public S3AudioStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public String audio(AudioFolder folder, String slug, JoinedAudio audio) {
        String name = slug + ".mp3";
        PutObjectRequest object =
                object(folder, name, "audio/mpeg").toBuilder()
                        .contentDisposition("inline; filename=\"" + name + "\"")
                        .build();
        return write(object, audio::writeTo);
    }

    @Override
    public String transcriptVtt(AudioFolder folder, String vtt) {
        return write(folder, "transcript.vtt", "text/vtt", vtt.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String transcript(AudioFolder folder, Transcript transcript) {
        return write(
                folder,
                "transcript.json",
                "application/json",
                Json.bytes(TranscriptJson.of(transcript)));
    }

    @Override
    public String chapters(AudioFolder folder, Article article, List<Chapter> chapters) {
        return write(
                folder,
                "chapters.json",
                "application/json+chapters",
                Json.bytes(ChaptersJson.of(article, chapters)));
    }

    @Override
    public String script(AudioFolder folder, Article article, Script script) {
        return write(
                folder,
                "script.json",
                "application/json",
                Json.bytes(ScriptJson.of(article, script)));
    }

    @Override
    public void delete(String id) {
        S3Objects objects = new S3Objects(s3, bucket);
        for (Visibility visibility : Visibility.values()) {
            objects.deleteAll(new AudioFolder(id, visibility).prefix());
        }
    }

    private String write(AudioFolder folder, String name, String contentType, byte[] content) {
        PutObjectRequest object = object(folder, name, contentType);
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

    private PutObjectRequest object(AudioFolder folder, String name, String contentType) {
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(folder.prefix() + name)
                .contentType(contentType)
                .cacheControl(folder.visibility().wireName() + IMMUTABLE)
                .build();
    }
}
