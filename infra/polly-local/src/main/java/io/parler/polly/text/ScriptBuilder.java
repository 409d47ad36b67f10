package io.parler.polly.text;

import io.parler.polly.text.Script.Mark;
import io.parler.polly.text.Script.Part;
import io.parler.polly.text.Script.Pause;
import io.parler.polly.text.Script.Phrase;
import io.parler.polly.text.Script.Sentence;
import io.parler.polly.voice.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Builds a script from characters and their positions in the input.
public final class ScriptBuilder {
    public static final int SENTENCE_PAUSE_MILLIS = 400;
    public static final int PARAGRAPH_PAUSE_MILLIS = 700;
    /// A phrase ends after this many words, or at a comma after the lower number.
    private static final int MAX_PHRASE_WORDS = 32;

    private static final int MIN_WORDS_BEFORE_COMMA = 18;

    private final List<Part> parts = new ArrayList<>();
    private final Tokenizer tokenizer = new Tokenizer();
    private final boolean ordinalsWithPeriod;
    private final List<Object> sentence = new ArrayList<>();
    private Prosody prosody = Prosody.NORMAL;
    private @Nullable String role;
    private @Nullable String language;
    private boolean sentenceMayEnd;
    private int pendingPause;
    private int lineBreaks;
    private int billedCharacters;

    public ScriptBuilder(Language language) {
        ordinalsWithPeriod = language.writesOrdinalsWithPeriod();
    }

    public void prosody(Prosody prosody) {
        this.prosody = prosody;
    }

    public void role(@Nullable String role) {
        this.role = role;
    }

    public void language(@Nullable String language) {
        this.language = language;
    }

    /// Adds a character with its span in bytes of the input.
    public void character(int codePoint, int start, int end) {
        billedCharacters++;
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            flush();
            if (codePoint == '\n' && ++lineBreaks == 2) {
                paragraph();
            }
            return;
        }
        lineBreaks = 0;
        tokenizer.add(codePoint, start, end, prosody, role, language);
        if (codePoint == '\u3002' || codePoint == '\uff01' || codePoint == '\uff1f') {
            flush();
        }
    }

    /// Adds words that are spoken instead of that span of the input.
    public void alias(String words, int start, int end) {
        flush();
        for (String word : words.split("\\s+", -1)) {
            word.codePoints().forEach(c -> tokenizer.add(c, start, end, prosody, role, language));
            flush();
        }
    }

    /// Adds a word with its pronunciation.
    public void pronounced(String word, String ipa, int start, int end) {
        flush();
        if (sentenceMayEnd) {
            endSentence(SENTENCE_PAUSE_MILLIS);
        }
        List<String> spoken = List.of(word.toLowerCase(Locale.ROOT));
        sentence.add(new Token(word, start, end, spoken, prosody, role, language, ipa));
    }

    /// Counts characters that Polly bills although they are not spoken.
    public void addBilledCharacters(int characters) {
        billedCharacters += characters;
    }

    /// Adds an explicit pause; it replaces the pause that would otherwise be here.
    public void pause(int millis) {
        flush();
        if (sentenceMayEnd) {
            endSentence(0);
        }
        if (sentence.isEmpty()) {
            pendingPause = 0;
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

    public void mark(String name, int start, int end) {
        flush();
        if (sentence.isEmpty() || sentenceMayEnd) {
            if (sentenceMayEnd) {
                endSentence(SENTENCE_PAUSE_MILLIS);
            }
            addPendingPause();
            parts.add(new Mark(name, start, end));
        } else {
            sentence.add(new Mark(name, start, end));
        }
    }

    public void sentence() {
        flush();
        endSentence(SENTENCE_PAUSE_MILLIS);
    }

    public void paragraph() {
        flush();
        endSentence(PARAGRAPH_PAUSE_MILLIS);
        if (pendingPause > 0) {
            pendingPause = PARAGRAPH_PAUSE_MILLIS;
        }
    }

    public Script build() {
        flush();
        endSentence(0);
        return new Script(List.copyOf(parts), billedCharacters);
    }

    private void flush() {
        if (tokenizer.isEmpty()) {
            return;
        }
        if (sentenceMayEnd && !tokenizer.startsInLowerCase()) {
            endSentence(SENTENCE_PAUSE_MILLIS);
        }
        sentenceMayEnd = tokenizer.endsSentence(ordinalsWithPeriod);
        sentence.addAll(tokenizer.tokens());
        tokenizer.clear();
    }

    private void addPendingPause() {
        if (pendingPause > 0 && !parts.isEmpty()) {
            parts.add(new Pause(pendingPause));
        }
        pendingPause = 0;
    }

    private void endSentence(int pause) {
        sentenceMayEnd = false;
        if (sentence.isEmpty()) {
            return;
        }
        List<Token> tokens =
                sentence.stream().filter(Token.class::isInstance).map(Token.class::cast).toList();
        addPendingPause();
        parts.add(new Sentence(tokens.getFirst().start(), tokens.getLast().end()));
        List<Token> phrase = new ArrayList<>();
        boolean endsWithPause = false;
        for (Object step : sentence) {
            if (step instanceof Token token) {
                endsWithPause = false;
                phrase.add(token);
                if (isLongEnough(phrase)) {
                    endPhrase(phrase);
                }
            } else if (step instanceof Part part) {
                endPhrase(phrase);
                parts.add(part);
                endsWithPause |= part instanceof Pause;
            }
        }
        endPhrase(phrase);
        sentence.clear();
        pendingPause = endsWithPause ? 0 : pause;
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
        return words >= MAX_PHRASE_WORDS || (comma && words >= MIN_WORDS_BEFORE_COMMA);
    }
}
