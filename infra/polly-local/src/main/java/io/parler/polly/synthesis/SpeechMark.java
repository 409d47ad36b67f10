package io.parler.polly.synthesis;

import org.jspecify.annotations.Nullable;

/// A speech mark: the time at which these bytes of the input are heard.
///
/// @param time milliseconds from the start of the audio
/// @param name the name of an SSML mark; the other types have none
public record SpeechMark(long time, Type type, int start, int end, @Nullable String name) {
    static SpeechMark sentence(double time, int start, int end) {
        return new SpeechMark(Math.round(time), Type.SENTENCE, start, end, null);
    }

    static SpeechMark word(double time, int start, int end) {
        return new SpeechMark(Math.round(time), Type.WORD, start, end, null);
    }

    static SpeechMark ssml(double time, int start, int end, String name) {
        return new SpeechMark(Math.round(time), Type.SSML, start, end, name);
    }

    /// What a speech mark is about.
    public enum Type {
        SENTENCE,
        SSML,
        WORD
    }
}
