package io.parler.conversion.aws.worker;

import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.job.Job;
import io.parler.conversion.voice.VoiceId;
import io.parler.request.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.completed.v1`.
record ConversionCompletedV1(
        int attempt,
        String accountId,
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable String imageUrl,
        @Nullable Instant published,
        String language,
        String voice,
        String engine,
        Audio audio,
        Transcript transcript,
        String chaptersKey,
        @Nullable String summary,
        List<Chapter> chapters,
        int characters,
        int billedCharacters,
        @Nullable String visibility,
        @Nullable String provider,
        CostV1 cost) {
    static final String TYPE = "conversion.completed.v1";

    record Audio(String key, String mediaType, long bytes, double seconds) {}

    record Transcript(String vttKey, String jsonKey) {}

    static ConversionCompletedV1 of(Job job, Audiobook book) {
        return new ConversionCompletedV1(
                job.attempt(),
                job.account().value(),
                book.title(),
                book.author().orElse(null),
                book.sourceUrl().orElse(null),
                book.imageUrl().orElse(null),
                book.published().orElse(null),
                book.language(),
                book.voice(),
                book.engine(),
                new Audio(
                        book.audio().key(),
                        "audio/mpeg",
                        book.audio().bytes(),
                        book.audio().seconds()),
                new Transcript(book.vttKey(), book.transcriptKey()),
                book.chaptersKey(),
                book.showNotes().summary().orElse(null),
                book.showNotes().chapters(),
                book.characters(),
                book.billedCharacters(),
                job.visibility() == Visibility.PUBLIC ? null : job.visibility().wireName(),
                VoiceId.providerOf(book.voice()).orElse(null),
                CostV1.of(book.cost()));
    }
}
