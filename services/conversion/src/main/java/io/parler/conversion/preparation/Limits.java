package io.parler.conversion.preparation;

import io.parler.conversion.Problem;
import io.parler.conversion.script.Script;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimes;
import java.util.Optional;

/// What can't be converted, though there is an article and a voice.
///
/// @param mostCharacters that may be spoken in one conversion
public record Limits(int mostCharacters) {
    public Optional<Problem> problem(Script script, VoiceProfile voice, Timing timing) {
        if (script.isEmpty()) {
            return Optional.of(Problem.nothingToSay());
        }
        if (script.characters() > mostCharacters) {
            return Optional.of(Problem.textTooLong(script.characters(), mostCharacters));
        }
        if (timing == Timing.WORDS && voice.engine().wordTimes() == WordTimes.NONE) {
            return Optional.of(Problem.noWordTimes(voice.id().toString()));
        }
        return Optional.empty();
    }
}
