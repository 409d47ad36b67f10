package io.parler.conversion.aws.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.audio.AudioFolder;
import io.parler.request.Visibility;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3AudioStoreIT {
    @RegisterExtension final LocalBucket bucket = new LocalBucket();

    private final S3AudioStore audio = new S3AudioStore(bucket.client(), "bucket");

    @Test
    void aFileIsCacheableForAYearBecauseItsContentNeverChanges() {
        String key = audio.transcriptVtt(new AudioFolder("an-id", Visibility.PUBLIC), "WEBVTT");

        assertThat(key).isEqualTo("audio/an-id/transcript.vtt");
        assertThat(bucket.objects().object("bucket/" + key).headers())
                .containsEntry("Cache-control", "public, max-age=31536000, immutable")
                .containsEntry("Content-type", "text/vtt");
        assertThat(bucket.objects().object("bucket/" + key).content())
                .isEqualTo("WEBVTT".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noSharedCacheButTheEdgeKeepsAPrivateFile() {
        String key = audio.transcriptVtt(new AudioFolder("an-id", Visibility.PRIVATE), "WEBVTT");

        assertThat(key).isEqualTo("audio/private/an-id/transcript.vtt");
        assertThat(bucket.objects().object("bucket/" + key).headers())
                .containsEntry("Cache-control", "private, max-age=31536000, immutable");
    }

    @Test
    void deletesTheFilesOfPublicAndPrivateConversions() {
        audio.transcriptVtt(new AudioFolder("an-id", Visibility.PUBLIC), "WEBVTT");
        audio.transcriptVtt(new AudioFolder("an-id", Visibility.PRIVATE), "WEBVTT");
        String other =
                audio.transcriptVtt(new AudioFolder("another", Visibility.PRIVATE), "WEBVTT");

        audio.delete("an-id");

        assertThat(bucket.objects().keys()).containsExactly("bucket/" + other);
    }
}
