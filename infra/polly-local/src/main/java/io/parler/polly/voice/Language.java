package io.parler.polly.voice;

import java.util.Locale;
import java.util.Set;

/// A language, by Polly's code, or by its BCP 47 tag if Polly has no voice for it.
///
/// @param espeak espeak-ng's name for it
public record Language(String code, String name, String espeak) {
    public static final Language US_ENGLISH = new Language("en-US", "US English", "en-us");

    private static final Set<String> ORDINALS_WITH_PERIOD =
            Set.of("bs cs da de et eu fi hr hu is kl lb lt lv nb pl sk sl sr tr".split(" ", -1));

    /// Whether "9." is an ordinal ("9th"). In such a language a number of one or two digits with a
    /// period does not end a sentence.
    public boolean writesOrdinalsWithPeriod() {
        return ORDINALS_WITH_PERIOD.contains(primary(code));
    }

    /// MaryTTS speaks English of every region with its one accent.
    public boolean isEnglish() {
        return primary(code).equals("en");
    }

    /// Whether the tag names this language, in any region.
    boolean matches(String tag) {
        return primary(code).equals(primary(tag));
    }

    /// The primary language of a tag. Polly's codes and the usual ones are treated as the same.
    private static String primary(String tag) {
        String language = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        return switch (language) {
            case "arb" -> "ar";
            case "cmn" -> "zh";
            case "no", "nn" -> "nb";
            default -> language;
        };
    }
}
