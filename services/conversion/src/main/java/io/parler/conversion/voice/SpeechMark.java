package io.parler.conversion.voice;

/// A word of the input and the time at which it starts.
///
/// @param start offset of its first UTF-16 unit in the input
/// @param end offset after its last one
/// @param milliseconds since the start of the audio
public record SpeechMark(int start, int end, int milliseconds) {}
