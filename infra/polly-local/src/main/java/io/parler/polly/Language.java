package io.parler.polly;

import java.util.Locale;
import java.util.Set;

/// A language as Polly names it, or by its BCP 47 tag where Polly has no voice for it.
///
/// @param espeak what espeak-ng calls it
public record Language(String code, String name, String espeak) {
    static final Language US_ENGLISH = new Language("en-US", "US English", "en-us");

    private static final Set<String> STOP_AFTER_ORDINALS =
            Set.of("bs cs da de et eu fi hr hu is kl lb lt lv nb pl sk sl sr tr".split(" ", -1));

    /// True where "9." is the ninth as well as the end of a sentence: where a number of one or two
    /// digits is taken for the former.
    boolean endsOrdinalsWithAStop() {
        return STOP_AFTER_ORDINALS.contains(primary(code));
    }

    /// True for a tag of this language in whatever region.
    boolean isSpokenAs(String tag) {
        return primary(code).equals(primary(tag));
    }

    /// The language of a tag; Polly's own codes and those of pages are the same here.
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
