package io.parler.conversion;

import java.util.Locale;

/// Why a conversion was refused, in words for the person who asked.
public record Problem(int status, String slug, String title, String detail) {
    private static final int UNPROCESSABLE = 422;

    /// One that nothing but another request helps against.
    public Problem(String slug, String title, String detail) {
        this(UNPROCESSABLE, slug, title, detail);
    }

    public String type() {
        return "/problems/" + slug;
    }

    public static Problem unknownVoice(String voice) {
        return new Problem(
                "unknown-voice", "There is no such voice", "No voice is named " + voice + ".");
    }

    public static Problem noVoiceFor(String language, String languages) {
        return new Problem(
                "no-voice-for-language",
                "No voice speaks that language",
                "The text is in " + language + "; there are voices for " + languages + ".");
    }

    public static Problem textTooLong(int characters, int limit) {
        return new Problem(
                "text-too-long",
                "The text is too long",
                String.format(
                        Locale.ROOT,
                        "%,d characters would be spoken; at most %,d can be converted at once.",
                        characters,
                        limit));
    }

    public static Problem nothingToSay() {
        return new Problem(
                "no-article", "No article on that page", "There is no text that can be spoken.");
    }

    public static Problem noWordTimes(String voice) {
        return new Problem(
                "timing-not-available",
                "The voice does not tell when each word is said",
                "The voice %s tells no times of words; leave out the option timing, or take a voice whose wordTimes is not none."
                        .formatted(voice));
    }

    public static Problem noSample(String voice) {
        return new Problem(
                "no-sample",
                "There is no sample of that voice",
                "There is no sentence in the language of " + voice + ".");
    }

    public static Problem speechRefused(String why, String block, String beginning) {
        return new Problem(
                "speech-refused",
                "The voice refused the text",
                "%s It is in block %s, in the part that begins “%s”."
                        .formatted(why, block, beginning));
    }
}
