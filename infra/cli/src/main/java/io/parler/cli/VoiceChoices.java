package io.parler.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who speaks, and how exactly the times of what is said are told: what decides a conversion's
/// price besides the text.
final class VoiceChoices {
    /// Of what the transcript tells the times, as the API names it.
    enum Timing {
        sentences,
        words
    }

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description = {
                "A voice's id, such as polly:Joanna:neural (./parler voices lists them); Joanna"
                        + " alone is understood.",
                "Without it, one that speaks the post's language."
            })
    private @Nullable String voice;

    @Option(
            names = "--timing",
            paramLabel = "WHAT",
            description = {
                "sentences or words: of what the transcript tells the times (default:"
                        + " sentences).",
                "Some services charge for words a second time; ./parler quote says how much."
            })
    private @Nullable Timing timing;

    /// Says of a request what was chosen; what was not is left to the API.
    void addTo(ObjectNode request) {
        if (timing != null) {
            request.withObject("/options").put("timing", timing.name());
        }
        if (voice != null) {
            request.put("voice", voice);
        }
    }
}
