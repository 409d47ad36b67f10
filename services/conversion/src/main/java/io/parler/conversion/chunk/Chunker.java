package io.parler.conversion.chunk;

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

/// Cuts a script into chunks: a passage in one where it fits, else at the ends of its sentences; a
/// sentence that alone is too long at its clauses, then between words, then between characters.
/// What is said otherwise than written is never cut.
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

    public static List<Chunk> of(Script script, VoiceProfile voice) {
        Chunker chunks =
                new Chunker(script.language(), voice.ssmlSupport(), voice.engine().limit());
        List<Chunk> all = new ArrayList<>();
        for (int passage = 0; passage < script.passages().size(); passage++) {
            for (Words piece : chunks.pieces(script.passages().get(passage).words())) {
                all.add(new Chunk(passage, piece, Ssml.of(piece, voice.ssmlSupport())));
            }
        }
        return all;
    }

    /// The pieces of `words`, none longer than the limit, none blank; joined, they are the words.
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
        return withoutBlanks(words.cutAt(ends));
    }

    /// How long words are, and how long the input that says them; those of their parts add up to
    /// no less.
    private record Size(int words, int input, int bytes, int frame) {
        static final Size NONE = new Size(0, 0, 0, 0);

        /// @param frame what will stand around the input
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
                ? Size.of(words, Ssml.inner(words, ssmlSupport), Ssml.FRAME)
                : Size.of(words, Ssml.of(words, ssmlSupport).input(), 0);
    }

    /// Fills each piece with as many parts as fit; a part that is too long alone is cut more finely
    /// and shares no piece with its neighbours' parts, so that they stay whole. Adds where each
    /// piece ends.
    private void pack(
            Words words,
            int start,
            boolean marked,
            List<Function<String, List<String>>> finer,
            List<Integer> ends) {
        Size piece = Size.NONE;
        int end = start;
        for (Words part : words.cutAt(ends(finer.getFirst().apply(words.text())))) {
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

    /// White space too long for a piece says nothing.
    private static List<Words> withoutBlanks(List<Words> pieces) {
        return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
    }
}
