package io.parler.conversion.speech;

import java.util.Optional;

/// Writes words as a voice of a dialect takes them: plain text where nothing is marked, else SSML
/// in which only tags stand that the voice understands. Its text is the words' text, whatever is
/// said instead.
public final class Ssml {
    /// What stands around the words.
    public static final int FRAME = "<speak></speak>".length();

    private final Dialect dialect;
    private final XmlWriter xml = new XmlWriter();
    private boolean marked;

    private Ssml(Dialect dialect) {
        this.dialect = dialect;
    }

    public static Utterance of(Words words, Dialect dialect) {
        Ssml ssml = written(words, dialect);
        return ssml.marked
                ? new Utterance(Utterance.Form.SSML, ssml.xml.toString())
                : Utterance.text(words.text());
    }

    /// How long the words are within SSML, whether anything is marked in them or not.
    public static int length(Words words, Dialect dialect) {
        return written(words, dialect).xml.toString().length() - FRAME;
    }

    private static Ssml written(Words words, Dialect dialect) {
        Ssml ssml = new Ssml(dialect);
        ssml.xml.start("speak");
        words.spans().forEach(ssml::write);
        ssml.xml.end();
        return ssml;
    }

    private void write(Span span) {
        switch (span) {
            case Span.Plain plain -> xml.text(plain.text());
            case Span.Alias alias -> alias(alias.text(), alias.alias());
            case Span.Letters letters -> letters(letters);
            case Span.Phonemes phonemes -> phonemes(phonemes);
            case Span.Foreign foreign -> foreign(foreign);
        }
    }

    private void alias(String text, String alias) {
        marked = true;
        xml.start("sub").attribute("alias", alias).text(text).end();
    }

    private void letters(Span.Letters letters) {
        if (dialect.letters()) {
            marked = true;
            xml.start("say-as").attribute("interpret-as", "characters").text(letters.text()).end();
        } else if (letters.spaced().isEmpty()) {
            xml.text(letters.text());
        } else {
            alias(letters.text(), letters.spaced());
        }
    }

    private void phonemes(Span.Phonemes phonemes) {
        if (dialect.phonemes()) {
            marked = true;
            xml.start("phoneme")
                    .attribute("alphabet", "ipa")
                    .attribute("ph", phonemes.ipa())
                    .text(phonemes.text())
                    .end();
        } else {
            xml.text(phonemes.text());
        }
    }

    private void foreign(Span.Foreign foreign) {
        Optional<String> language = dialect.foreign(foreign.language());
        if (language.isPresent()) {
            marked = true;
            xml.start("lang").attribute("xml:lang", language.get());
        }
        foreign.spans().forEach(this::write);
        if (language.isPresent()) {
            xml.end();
        }
    }
}
