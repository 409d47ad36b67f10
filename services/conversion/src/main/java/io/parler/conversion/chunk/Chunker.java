package io.parler.conversion.chunk;

import io.parler.conversion.PreparationBudget;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Sentences;
import io.parler.conversion.speech.Ssml;
import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.voice.InputLimit;
import io.parler.conversion.voice.VoiceProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Splits a script into chunks. A passage that is too long is split between sentences; a sentence
/// that is too long at clauses, then between words, then between characters. A span with its own
/// pronunciation is never split.
public final class Chunker {
    private static final Pattern AFTER_CLAUSE =
            Pattern.compile("(?<=[,;:–—、，；：،؛])(?=\\s)|(?<=[、，；：])");

    private final Sentences sentences;
    private final SsmlSupport ssmlSupport;
    private final InputLimit limit;

    Chunker(String language, SsmlSupport ssmlSupport, InputLimit limit) {
        this.sentences = new Sentences(language);
        this.ssmlSupport = ssmlSupport;
        this.limit = limit;
    }

    /// Splits a script.
    ///
    /// @throws io.parler.problem.ProblemException when it takes too long
    public static List<Chunk> of(Script script, VoiceProfile voice) {
        return PreparationBudget.within(budget -> of(script, voice, budget));
    }

    private static List<Chunk> of(Script script, VoiceProfile voice, PreparationBudget budget) {
        Chunker chunks =
                new Chunker(script.language(), voice.ssmlSupport(), voice.engine().limit());
        List<Chunk> all = new ArrayList<>();
        for (int passage = 0; passage < script.passages().size(); passage++) {
            budget.check();
            for (Words piece : chunks.pieces(script.passages().get(passage).words())) {
                all.add(new Chunk(passage, piece, Ssml.of(piece, voice.ssmlSupport())));
            }
        }
        return all;
    }

    /// Splits `words` into pieces within the limit, none of them blank. Joined, they are the same
    /// words.
    List<Words> pieces(Words words) {
        Utterance whole = Ssml.of(words, ssmlSupport);
        if (Size.of(words, whole.input(), 0).isWithin(limit)) {
            return List.of(words);
        }
        boolean marked = whole.form() == Utterance.Form.SSML;
        List<Function<String, List<String>>> finer =
                List.of(
                        sentences::of,
                        sentence -> AFTER_CLAUSE.splitAsStream(sentence).toList(),
                        sentences::words,
                        sentences::characters,
                        Chunker::codePoints);
        List<Integer> ends = new ArrayList<>();
        pack(words, 0, marked, finer, ends);
        return withoutBlanks(words.splitAt(ends));
    }

    /// The length of some words and of their input. The lengths of parts never add up to less than
    /// that of the whole.
    private record Size(int words, int input, int bytes, int frame) {
        static final Size NONE = new Size(0, 0, 0, 0);

        /// @param frame the length of the markup around the input
        static Size of(Words words, String input, int frame) {
            return new Size(
                    words.text().length(),
                    input.length(),
                    input.getBytes(StandardCharsets.UTF_8).length,
                    frame);
        }

        Size plus(Size other) {
            return new Size(
                    words + other.words, input + other.input, bytes + other.bytes, other.frame);
        }

        boolean isWithin(InputLimit limit) {
            return words <= limit.characters()
                    && input + frame <= limit.input()
                    && bytes + frame <= limit.bytes();
        }
    }

    private Size sizeOf(Words words, boolean marked) {
        return marked
                ? Size.of(words, Ssml.body(words, ssmlSupport), Ssml.FRAME_LENGTH)
                : Size.of(words, Ssml.of(words, ssmlSupport).input(), 0);
    }

    /// Fills each piece with as many parts as fit and adds the end of each piece. A part that is
    /// too long is split further; its pieces are not mixed with neighbouring parts, so that those
    /// stay whole.
    private void pack(
            Words words,
            int start,
            boolean marked,
            List<Function<String, List<String>>> finer,
            List<Integer> ends) {
        Size piece = Size.NONE;
        int end = start;
        for (Words part : words.splitAt(ends(finer.getFirst().apply(words.text())))) {
            Size size = sizeOf(part, marked);
            if (piece.words() > 0 && !piece.plus(size).isWithin(limit)) {
                ends.add(end);
                piece = Size.NONE;
            }
            if (size.isWithin(limit)) {
                piece = piece.plus(size);
            } else {
                pack(part, end, marked, finer.subList(1, finer.size()), ends);
            }
            end += size.words();
        }
        if (piece.words() > 0) {
            ends.add(end);
        }
    }

    private static List<Integer> ends(List<String> parts) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (String part : parts) {
            end += part.length();
            ends.add(end);
        }
        return ends;
    }

    private static List<String> codePoints(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /// White space that fills a piece is not synthesized.
    private static List<Words> withoutBlanks(List<Words> pieces) {
        return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
    }
}
