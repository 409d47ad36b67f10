package io.parler.conversion.preparation;

import io.parler.conversion.ConversionProblems;
import io.parler.conversion.script.Script;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimesSupport;
import io.parler.problem.Problem;
import io.parler.request.Timing;
import java.util.Optional;

/// The limits that a script and a voice must meet.
///
/// @param maxCharacters the maximum number of characters of one conversion
public record Limits(int maxCharacters) {
    public Optional<Problem> problem(Script script, VoiceProfile voice, Timing timing) {
        if (script.isEmpty()) {
            return Optional.of(ConversionProblems.nothingToSay());
        }
        if (script.characters() > maxCharacters) {
            return Optional.of(ConversionProblems.textTooLong(script.characters(), maxCharacters));
        }
        if (timing == Timing.WORDS && voice.engine().wordTimes() == WordTimesSupport.NONE) {
            return Optional.of(ConversionProblems.noWordTimes(voice.id().toString()));
        }
        return Optional.empty();
    }
}
