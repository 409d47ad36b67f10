package io.parler.cli;

import java.util.Optional;

/// The names of a recording's files, in its folder of an export.
record ExportedFiles(String audio, Optional<String> subtitles) {}
