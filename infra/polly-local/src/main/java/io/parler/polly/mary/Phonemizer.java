package io.parler.polly.mary;

import io.parler.polly.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.modules.InternalModule;
import marytts.modules.JPhonemiser;
import marytts.modules.OpenNLPPosTagger;
import marytts.util.dom.MaryDomUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.traversal.TreeWalker;

/// Converts words to phones with accents and phrase boundaries: runs four modules of MaryTTS.
final class Phonemizer {
    private static final String TOKEN = "token";

    private final List<InternalModule> modules;
    private final Lexicon lexicon;

    Phonemizer() throws Exception {
        JPhonemiser phonemiser = new JPhonemiser("en_US.");
        modules =
                List.of(
                        new OpenNLPPosTagger("en", "en.pos"),
                        phonemiser,
                        new marytts.language.en.Prosody(),
                        new marytts.language.en.PronunciationModel());
        for (InternalModule module : modules) {
            module.startup();
        }
        lexicon = new Lexicon(word -> phonemiser.phonemise(word, null, new StringBuilder()));
    }

    /// One call at a time: the modules share state. They take a twentieth of the time of synthesis.
    synchronized Phonemes phonemize(List<Token> phrase) {
        Document document = document(phrase);
        MaryData data = new MaryData(MaryDataType.WORDS, Locale.US);
        data.setDocument(document);
        try {
            for (InternalModule module : modules) {
                data = module.process(data);
            }
        } catch (Exception e) {
            throw new IllegalStateException("MaryTTS could not pronounce a phrase", e);
        }
        return phonemes(data.getDocument(), phrase);
    }

    private Document document(List<Token> phrase) {
        Document document = MaryXML.newDocument();
        Element root = document.getDocumentElement();
        root.setAttribute("xml:lang", "en-US");
        Element sentence = MaryXML.appendChildElement(MaryXML.appendChildElement(root, "p"), "s");
        boolean afterWord = false;
        for (int i = 0; i < phrase.size(); i++) {
            Token token = phrase.get(i);
            for (String word : token.spoken()) {
                Element t = append(sentence, word, i);
                String phones = phones(token, word);
                if (phones != null) {
                    t.setAttribute("ph", phones);
                }
                if (token.role() != null) {
                    t.setAttribute("pos", token.role());
                }
                afterWord = true;
            }
            if (!token.isWord() && token.spoken().isEmpty() && afterWord) {
                String mark = mark(token.text());
                if (!mark.isEmpty()) {
                    append(sentence, mark, i).setAttribute("pos", mark.equals(",") ? "," : ".");
                    afterWord = false;
                }
            }
        }
        return document;
    }

    private @Nullable String phones(Token token, String word) {
        return Optional.ofNullable(token.ipa())
                .flatMap(IpaConverter::phones)
                .orElseGet(() -> lexicon.phones(word));
    }

    private static Element append(Element sentence, String text, int token) {
        Element t = MaryXML.appendChildElement(sentence, "t");
        MaryDomUtils.setTokenText(t, text);
        t.setUserData(TOKEN, token, null);
        return t;
    }

    /// MaryTTS's punctuation mark with the same effect; empty if it has none.
    private static String mark(String punctuation) {
        for (int i = punctuation.length() - 1; i >= 0; i--) {
            switch (punctuation.charAt(i)) {
                case '?', '\uff1f', '\u00bf' -> {
                    return "?";
                }
                case '!', '\uff01', '\u00a1' -> {
                    return "!";
                }
                case '.', '\u2026', '\u3002' -> {
                    return ".";
                }
                case ',',
                        ';',
                        ':',
                        '(',
                        ')',
                        '[',
                        ']',
                        '\u2013',
                        '\u2014',
                        '\uff0c',
                        '\u3001',
                        '\uff1b',
                        '\uff1a' -> {
                    return ",";
                }
                default -> {}
            }
        }
        return "";
    }

    private static Phonemes phonemes(Document document, List<Token> phrase) {
        List<Element> segments = new ArrayList<>();
        List<Integer> tokens = new ArrayList<>();
        TreeWalker walker =
                MaryDomUtils.createTreeWalker(document, document, "t", "ph", "boundary");
        int token = 0;
        Element element;
        while ((element = (Element) walker.nextNode()) != null) {
            if (element.getTagName().equals("t")) {
                token = (Integer) element.getUserData(TOKEN);
            } else {
                segments.add(element);
                tokens.add(token);
            }
        }
        return new Phonemes(segments, tokens, phrase.stream().map(Token::prosody).toList());
    }
}
