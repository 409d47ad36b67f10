package io.parler.status.plays;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.status.ConversionStore;
import io.parler.status.listen.PublishedAudio;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Counts what players report about recordings that everybody may hear.
public final class PlayCounter {
    private final ConversionStore conversions;
    private final PlayStore plays;
    private final InstantSource clock;

    public PlayCounter(ConversionStore conversions, PlayStore plays, InstantSource clock) {
        this.conversions = conversions;
        this.plays = plays;
        this.clock = clock;
    }

    /// False if there is no such recording for everybody. A single report counts for at most the
    /// length of the recording.
    public boolean count(ConversionId id, PlayReport report) {
        Optional<PublishedAudio> audio = conversions.get(id).flatMap(PublishedAudio::of);
        Optional<AccountId> account = audio.flatMap(_ -> conversions.account(id));
        if (audio.isEmpty() || account.isEmpty()) {
            return false;
        }
        int length = (int) Math.ceil(audio.get().audiobook().audio().seconds());
        PlayReport counted = report.ofAtMost(length);
        if (!counted.isEmpty()) {
            plays.add(
                    account.get(),
                    new DailyPlays(
                            today(), id, audio.get().audiobook().title(), PlayCounts.of(counted)));
        }
        return true;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
