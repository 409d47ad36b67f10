package io.parler.status.plays;

import io.parler.id.ConversionId;
import java.time.LocalDate;

/// The plays of a recording on one day, in UTC.
public record DailyPlays(LocalDate day, ConversionId recording, String title, PlayCounts counts) {}
