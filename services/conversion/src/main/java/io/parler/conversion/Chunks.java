package io.parler.conversion;

import io.parler.conversion.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Cuts a script into chunks: a passage in one where it fits, else at the ends of its sentences; a
/// sentence that alone is too long at its clauses, then between words, then between characters.
final class Chunks {
    private static final Pattern AFTER_CLAUSE =
            Pattern.compile("(?<=[,;:–—、，；：،؛])(?=\\s)|(?<=[、，；：])");

    private final Sentences sentences;
    private final int limit;

    Chunks(String language, int limit) {
        this.sentences = new Sentences(language);
        this.limit = limit;
    }

    static List<Chunk> of(Script script) {
        Chunks chunks = new Chunks(script.language(), Chunk.LIMIT);
        List<Chunk> all = new ArrayList<>();
        for (int passage = 0; passage < script.passages().size(); passage++) {
            for (String piece : chunks.pieces(script.passages().get(passage).text())) {
                all.add(new Chunk(passage, piece));
            }
        }
        return all;
    }

    /// The pieces of `text`, none longer than the limit, none blank; joined, they are the text.
    List<String> pieces(String text) {
        if (text.length() <= limit) {
            return List.of(text);
        }
        List<Function<String, List<String>>> finer =
                List.of(
                        sentences::of,
                        sentence -> AFTER_CLAUSE.splitAsStream(sentence).toList(),
                        sentences::words,
                        sentences::characters,
                        Chunks::codePoints);
        return withoutBlanks(packed(text, finer));
    }

    /// Fills each piece with as many parts as fit; a part that is too long alone is cut more finely
    /// and shares no piece with its neighbours' parts, so that they stay whole.
    private List<String> packed(String text, List<Function<String, List<String>>> finer) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String part : finer.getFirst().apply(text)) {
            if (piece.length() + part.length() > limit && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            if (part.length() > limit) {
                pieces.addAll(packed(part, finer.subList(1, finer.size())));
            } else {
                piece.append(part);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static List<String> codePoints(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /// White space too long for a piece says nothing.
    private static List<String> withoutBlanks(List<String> pieces) {
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }
}
