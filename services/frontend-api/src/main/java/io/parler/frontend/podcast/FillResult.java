package io.parler.frontend.podcast;

import io.parler.id.ConversionId;
import java.util.Optional;

/// How far the library was looked through for episodes.
///
/// @param looked entries that were looked at
/// @param added episodes that are new, or have newer audio
/// @param next where to go on; empty at the library's end
public record FillResult(int looked, int added, Optional<ConversionId> next) {}
