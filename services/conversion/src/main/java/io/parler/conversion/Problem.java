package io.parler.conversion;

import io.parler.problem.ProblemType;
import java.util.Locale;

/// Why a request or a conversion is refused, in words for the user.
public record Problem(int status, String slug, String title, String detail) {
    private static final int UNPROCESSABLE = 422;

    /// A problem with status 422: the same request would be refused again.
    public Problem(String slug, String title, String detail) {
        this(UNPROCESSABLE, slug, title, detail);
    }

    private static Problem of(ProblemType type, String detail) {
        return new Problem(type.status(), type.slug(), type.title(), detail);
    }

    public String type() {
        return "/problems/" + slug;
    }

    public static Problem unknownVoice(String voice) {
        return of(ProblemType.UNKNOWN_VOICE, "No voice is named " + voice + ".");
    }

    public static Problem noVoiceFor(String language, String languages) {
        return of(
                ProblemType.NO_VOICE_FOR_LANGUAGE,
                "The text is in " + language + "; there are voices for " + languages + ".");
    }

    public static Problem textTooLong(int characters, int limit) {
        return of(
                ProblemType.TEXT_TOO_LONG,
                String.format(
                        Locale.ROOT,
                        "%,d characters would be spoken; at most %,d can be converted at once.",
                        characters,
                        limit));
    }

    public static Problem nothingToSay() {
        return of(ProblemType.NO_ARTICLE, "There is no text that can be spoken.");
    }

    public static Problem noWordTimes(String voice) {
        return of(
                ProblemType.TIMING_NOT_AVAILABLE,
                "The voice "
                        + voice
                        + " tells no times of words; leave out the option timing, or take a voice"
                        + " whose wordTimes is not none.");
    }

    public static Problem noSample(String voice) {
        return of(ProblemType.NO_SAMPLE, "There is no sentence in the language of " + voice + ".");
    }

    public static Problem speechRefused(String why, String block, String beginning) {
        return of(
                ProblemType.SPEECH_REFUSED,
                why
                        + " It is in block "
                        + block
                        + ", in the part that begins “"
                        + beginning
                        + "”.");
    }
}
