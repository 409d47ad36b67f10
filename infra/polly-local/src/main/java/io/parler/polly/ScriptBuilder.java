package io.parler.polly;

import io.parler.polly.Script.Mark;
import io.parler.polly.Script.Part;
import io.parler.polly.Script.Pause;
import io.parler.polly.Script.Phrase;
import io.parler.polly.Script.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes characters with their places in the input, and makes sentences of them.
final class ScriptBuilder {
    static final int SENTENCE_MILLIS = 400;
    static final int PARAGRAPH_MILLIS = 700;
    /// Words said at one go; a longer sentence is cut where it has a comma, or here.
    private static final int LONGEST_PHRASE = 32;
    private static final int LONG_ENOUGH_FOR_A_COMMA = 18;

    private final List<Part> parts = new ArrayList<>();
    private final Chunk chunk = new Chunk();
    private final boolean ordinals;
    private final List<Object> sentence = new ArrayList<>();
    private Manner manner = Manner.PLAIN;
    private @Nullable String role;
    private @Nullable String language;
    private boolean ending;
    private int gap;
    private int lines;
    private int billed;

    ScriptBuilder(Language own) {
        ordinals = own.endsOrdinalsWithAStop();
    }

    void manner(Manner manner) {
        this.manner = manner;
    }

    void role(@Nullable String role) {
        this.role = role;
    }

    void language(@Nullable String language) {
        this.language = language;
    }

    /// The next character, and the bytes of the input it stands for.
    void character(int codePoint, int start, int end) {
        billed++;
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            flush();
            if (codePoint == '\n' && ++lines == 2) {
                paragraph();
            }
            return;
        }
        lines = 0;
        chunk.add(codePoint, start, end, manner, role, language);
        if (codePoint == '\u3002' || codePoint == '\uff01' || codePoint == '\uff1f') {
            flush();
        }
    }

    /// Words said instead of what stands between the two places.
    void alias(String words, int start, int end) {
        flush();
        for (String word : words.split("\\s+", -1)) {
            word.codePoints().forEach(c -> chunk.add(c, start, end, manner, role, language));
            flush();
        }
    }

    /// A word said with the sounds of `ipa`.
    void sounds(String word, String ipa, int start, int end) {
        flush();
        if (ending) {
            endSentence(SENTENCE_MILLIS);
        }
        List<String> spoken = List.of(word.toLowerCase(Locale.ROOT));
        sentence.add(new Token(word, start, end, spoken, manner, role, language, ipa));
    }

    /// Characters that Polly bills though they are not said.
    void bill(int characters) {
        billed += characters;
    }

    /// Silence that was asked for; it stands instead of the one that would have come by itself.
    void pause(int millis) {
        flush();
        if (ending) {
            endSentence(0);
        }
        if (sentence.isEmpty()) {
            gap = 0;
            addPause(parts, millis);
        } else {
            addPause(sentence, millis);
        }
    }

    private static void addPause(List<? super Pause> list, int millis) {
        if (millis > 0) {
            list.add(new Pause(millis));
        }
    }

    void mark(String name, int start, int end) {
        flush();
        if (sentence.isEmpty() || ending) {
            if (ending) {
                endSentence(SENTENCE_MILLIS);
            }
            addGap();
            parts.add(new Mark(name, start, end));
        } else {
            sentence.add(new Mark(name, start, end));
        }
    }

    void sentence() {
        flush();
        endSentence(SENTENCE_MILLIS);
    }

    void paragraph() {
        flush();
        endSentence(PARAGRAPH_MILLIS);
        if (gap > 0) {
            gap = PARAGRAPH_MILLIS;
        }
    }

    Script build() {
        flush();
        endSentence(0);
        return new Script(List.copyOf(parts), billed);
    }

    private void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        if (ending && !chunk.startsInLowerCase()) {
            endSentence(SENTENCE_MILLIS);
        }
        ending = chunk.endsSentence(ordinals);
        sentence.addAll(chunk.tokens());
        chunk.clear();
    }

    private void addGap() {
        if (gap > 0 && !parts.isEmpty()) {
            parts.add(new Pause(gap));
        }
        gap = 0;
    }

    private void endSentence(int pause) {
        ending = false;
        if (sentence.isEmpty()) {
            return;
        }
        List<Token> tokens =
                sentence.stream().filter(Token.class::isInstance).map(Token.class::cast).toList();
        addGap();
        parts.add(new Sentence(tokens.getFirst().start(), tokens.getLast().end()));
        List<Token> phrase = new ArrayList<>();
        boolean silentEnd = false;
        for (Object step : sentence) {
            if (step instanceof Token token) {
                silentEnd = false;
                phrase.add(token);
                if (isLongEnough(phrase)) {
                    endPhrase(phrase);
                }
            } else if (step instanceof Part part) {
                endPhrase(phrase);
                parts.add(part);
                silentEnd |= part instanceof Pause;
            }
        }
        endPhrase(phrase);
        sentence.clear();
        gap = silentEnd ? 0 : pause;
    }

    private void endPhrase(List<Token> phrase) {
        if (!phrase.isEmpty()) {
            parts.add(new Phrase(List.copyOf(phrase)));
            phrase.clear();
        }
    }

    private static boolean isLongEnough(List<Token> phrase) {
        int words = phrase.stream().mapToInt(token -> token.spoken().size()).sum();
        boolean comma = phrase.getLast().text().matches("[,;:\u2014\u2013)]");
        return words >= LONGEST_PHRASE || (comma && words >= LONG_ENOUGH_FOR_A_COMMA);
    }
}
