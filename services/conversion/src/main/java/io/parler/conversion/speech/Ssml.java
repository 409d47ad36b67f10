package io.parler.conversion.speech;

import java.util.Optional;

/// Writes words as a voice of a dialect takes them: plain text where nothing is marked or nothing
/// can be, else SSML in which only tags stand that the voice understands. Its text is the words'
/// text, whatever is said instead.
public final class Ssml {
    /// What stands around the words.
    public static final int FRAME = "<speak></speak>".length();

    private final SsmlSupport ssmlSupport;
    private final XmlWriter xml = new XmlWriter();
    private boolean marked;

    private Ssml(SsmlSupport ssmlSupport) {
        this.ssmlSupport = ssmlSupport;
    }

    public static Utterance of(Words words, SsmlSupport ssmlSupport) {
        if (ssmlSupport.isPlain()) {
            return Utterance.text(words.plainText());
        }
        Ssml ssml = written(words, ssmlSupport);
        return ssml.marked
                ? new Utterance(Utterance.Form.SSML, ssml.xml.toString())
                : Utterance.text(words.text());
    }

    /// The words as they stand within SSML, whether anything is marked in them or not.
    public static String inner(Words words, SsmlSupport ssmlSupport) {
        String whole = written(words, ssmlSupport).xml.toString();
        return whole.substring("<speak>".length(), whole.length() - "</speak>".length());
    }

    /// For each place of SSML as it is written here, and its end, how much text stands before it.
    static int[] textOffsets(String ssml) {
        int[] places = new int[ssml.length() + 1];
        int text = 0;
        boolean inTag = false;
        boolean inEntity = false;
        for (int i = 0; i < ssml.length(); i++) {
            char c = ssml.charAt(i);
            places[i] = text;
            inTag |= c == '<';
            inEntity |= !inTag && c == '&';
            if (!inTag && (!inEntity || c == ';')) {
                text++;
                inEntity = false;
            }
            inTag &= c != '>';
        }
        places[ssml.length()] = text;
        return places;
    }

    private static Ssml written(Words words, SsmlSupport ssmlSupport) {
        Ssml ssml = new Ssml(ssmlSupport);
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
        if (ssmlSupport.has(SsmlSupport.Tag.SAY_AS)) {
            marked = true;
            xml.start("say-as").attribute("interpret-as", "characters").text(letters.text()).end();
        } else if (letters.spaced().isEmpty()) {
            xml.text(letters.text());
        } else {
            alias(letters.text(), letters.spaced());
        }
    }

    private void phonemes(Span.Phonemes phonemes) {
        if (ssmlSupport.has(SsmlSupport.Tag.PHONEME)) {
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
        Optional<String> language = ssmlSupport.foreign(foreign.language());
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
