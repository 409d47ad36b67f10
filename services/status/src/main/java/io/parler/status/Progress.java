package io.parler.status;

/// Characters spoken, of all to be spoken.
public record Progress(int done, int total) {}
