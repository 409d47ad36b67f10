package io.parler.conversion;

import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import java.util.List;
import java.util.Locale;

/// The problems of this service, with their details for the user.
public final class ConversionProblems {
    private ConversionProblems() {}

    public static Problem unknownVoice(String voice) {
        return Problem.of(ProblemType.UNKNOWN_VOICE, "No voice is named " + voice + ".");
    }

    public static Problem noVoiceFor(String language, String languages) {
        return Problem.of(
                ProblemType.NO_VOICE_FOR_LANGUAGE,
                "The text is in " + language + "; there are voices for " + languages + ".");
    }

    /// The voice can't read the language of the text.
    ///
    /// @param others voices that can
    public static Problem languageNotSpoken(String voice, String language, List<String> others) {
        return Problem.of(
                ProblemType.LANGUAGE_NOT_SPOKEN,
                "The text is in "
                        + language
                        + ", which the voice "
                        + voice
                        + " does not speak"
                        + (others.isEmpty() ? ", nor does any other." : "; " + speak(others)));
    }

    private static String speak(List<String> voices) {
        return String.join(", ", voices) + (voices.size() == 1 ? " does." : " do.");
    }

    public static Problem textTooLong(int characters, int limit) {
        return Problem.of(
                ProblemType.TEXT_TOO_LONG,
                String.format(
                        Locale.ROOT,
                        "%,d characters would be spoken; at most %,d can be converted at once.",
                        characters,
                        limit));
    }

    public static Problem textTooComplex() {
        return Problem.of(
                ProblemType.TEXT_TOO_COMPLEX,
                "The text took too long to prepare, so it was refused.");
    }

    public static Problem nothingToSay() {
        return Problem.of(ProblemType.NO_ARTICLE, "There is no text that can be spoken.");
    }

    public static Problem noWordTimes(String voice) {
        return Problem.of(
                ProblemType.TIMING_NOT_AVAILABLE,
                "The voice "
                        + voice
                        + " has no word times; leave out the option timing, or choose a voice"
                        + " whose wordTimes is not none.");
    }

    public static Problem deleted() {
        return Problem.of(
                ProblemType.CONVERSION_DELETED, "It was deleted before its audio was complete.");
    }

    public static Problem noSample(String voice) {
        return Problem.of(
                ProblemType.NO_SAMPLE, "There is no sentence in the language of " + voice + ".");
    }

    public static Problem speechRefused(String why, String block, String beginning) {
        return Problem.of(
                ProblemType.SPEECH_REFUSED,
                why
                        + " It is in block "
                        + block
                        + ", in the part that begins “"
                        + beginning
                        + "”.");
    }
}
