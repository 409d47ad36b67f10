package io.parler.conversion.voice;

/// A word of an input and when it begins to be said.
///
/// @param start, end of the word in the input, in UTF-16 units
/// @param milliseconds from the start of the audio
public record SpeechMark(int start, int end, int milliseconds) {}
