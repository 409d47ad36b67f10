package io.parler.polly;

import java.util.Locale;

/// A language as Polly names it, or by its BCP 47 tag where Polly has no voice for it.
///
/// @param espeak what espeak-ng calls it
public record Language(String code, String name, String espeak) {
    static final Language US_ENGLISH = new Language("en-US", "US English", "en-us");

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
