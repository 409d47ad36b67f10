package io.parler.status;

/// How many characters are synthesized, of how many.
public record Progress(int done, int total) {}
