package io.parler.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for the voice and for the timing of the transcript; both affect the price.
final class VoiceOptions {
    /// The units that the transcript has times for, as named in the API.
    enum Timing {
        sentences,
        words
    }

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description = {
                "A voice id, such as polly:Joanna:neural (./parler voices lists them), or a name,"
                        + " such as Joanna.",
                "Default: a voice for the post's language."
            })
    private @Nullable String voice;

    @Option(
            names = "--timing",
            paramLabel = "UNIT",
            description = {
                "Whether the transcript has times of sentences or words (default: sentences).",
                "Some providers bill word times extra; ./parler quote shows the price."
            })
    private @Nullable Timing timing;

    @Option(
            names = "--any-language",
            description = "Uses --voice even if it does not speak the language of the text.")
    private boolean anyLanguage;

    /// Adds the chosen options to a request; the API has defaults for the others.
    void addTo(ObjectNode request) {
        if (timing != null) {
            request.withObject("/options").put("timing", timing.name());
        }
        if (anyLanguage) {
            request.withObject("/options").put("anyLanguage", true);
        }
        if (voice != null) {
            request.put("voice", voice);
        }
    }
}
