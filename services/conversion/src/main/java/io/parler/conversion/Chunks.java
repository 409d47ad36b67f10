package io.parler.conversion;

import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Dialect;
import io.parler.conversion.speech.Ssml;
import io.parler.conversion.speech.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Cuts a script into chunks: a passage in one where it fits, else at the ends of its sentences; a
/// sentence that alone is too long at its clauses, then between words, then between characters.
/// What is said otherwise than written is never cut.
final class Chunks {
    private static final Pattern AFTER_CLAUSE =
            Pattern.compile("(?<=[,;:–—、，；：،؛])(?=\\s)|(?<=[、，；：])");

    private final Sentences sentences;
    private final Dialect dialect;
    private final int limit;

    Chunks(String language, Dialect dialect, int limit) {
        this.sentences = new Sentences(language);
        this.dialect = dialect;
        this.limit = limit;
    }

    static List<Chunk> of(Script script, Dialect dialect) {
        Chunks chunks = new Chunks(script.language(), dialect, Chunk.LIMIT);
        List<Chunk> all = new ArrayList<>();
        for (int passage = 0; passage < script.passages().size(); passage++) {
            for (Words piece : chunks.pieces(script.passages().get(passage).words())) {
                all.add(new Chunk(passage, piece.text(), Ssml.of(piece, dialect)));
            }
        }
        return all;
    }

    /// The pieces of `words`, none longer than the limit, none blank; joined, they are the words.
    List<Words> pieces(Words words) {
        if (fits(words)) {
            return List.of(words);
        }
        List<Function<String, List<String>>> finer =
                List.of(
                        sentences::of,
                        sentence -> AFTER_CLAUSE.splitAsStream(sentence).toList(),
                        sentences::words,
                        sentences::characters,
                        Chunks::codePoints);
        return withoutBlanks(packed(words, finer));
    }

    /// Fills each piece with as many parts as fit; a part that is too long alone is cut more finely
    /// and shares no piece with its neighbours' parts, so that they stay whole.
    private List<Words> packed(Words words, List<Function<String, List<String>>> finer) {
        List<Words> pieces = new ArrayList<>();
        int begun = 0;
        int filled = 0;
        for (int end : cuts(words, finer.getFirst())) {
            if (filled > begun && !fits(words.slice(begun, end))) {
                pieces.add(words.slice(begun, filled));
                begun = filled;
            }
            Words part = words.slice(filled, end);
            if (!fits(part)) {
                pieces.addAll(packed(part, finer.subList(1, finer.size())));
                begun = end;
            }
            filled = end;
        }
        if (filled > begun) {
            pieces.add(words.slice(begun, filled));
        }
        return pieces;
    }

    /// Where the parts end, as far as the words may be cut there.
    private static List<Integer> cuts(Words words, Function<String, List<String>> cutter) {
        List<Integer> cuts = new ArrayList<>();
        int end = 0;
        for (String part : cutter.apply(words.text())) {
            end += part.length();
            if (words.mayBeCutAt(end)) {
                cuts.add(end);
            }
        }
        return cuts;
    }

    private boolean fits(Words words) {
        return words.text().length() <= limit
                && Ssml.of(words, dialect).input().length() <= 2 * limit;
    }

    private static List<String> codePoints(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /// White space too long for a piece says nothing.
    private static List<Words> withoutBlanks(List<Words> pieces) {
        return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
    }
}
