package io.parler.conversion.aws.store;

import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.ShowNotes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A completed conversion as it is stored, for a job that is delivered again.
public record CompletedConversionJson(
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable String imageUrl,
        @Nullable Instant published,
        String language,
        String voice,
        String engine,
        Audiobook.Audio audio,
        String vttKey,
        String transcriptKey,
        String chaptersKey,
        int characters,
        int billedCharacters,
        @Nullable BigDecimal cost,
        @Nullable String summary,
        @Nullable List<Chapter> chapters) {

    public static CompletedConversionJson of(Audiobook book) {
        return new CompletedConversionJson(
                book.title(),
                book.author().orElse(null),
                book.sourceUrl().orElse(null),
                book.imageUrl().orElse(null),
                book.published().orElse(null),
                book.language(),
                book.voice(),
                book.engine(),
                book.audio(),
                book.vttKey(),
                book.transcriptKey(),
                book.chaptersKey(),
                book.characters(),
                book.billedCharacters(),
                book.cost(),
                book.showNotes().summary().orElse(null),
                book.showNotes().chapters());
    }

    public Audiobook audiobook() {
        return new Audiobook(
                title,
                Optional.ofNullable(author),
                Optional.ofNullable(sourceUrl),
                Optional.ofNullable(imageUrl),
                Optional.ofNullable(published),
                language,
                voice,
                engine,
                audio,
                vttKey,
                transcriptKey,
                chaptersKey,
                characters,
                billedCharacters,
                Objects.requireNonNullElse(cost, BigDecimal.ZERO),
                new ShowNotes(
                        Optional.ofNullable(summary),
                        Objects.requireNonNullElse(chapters, List.of())));
    }
}
