package io.parler.polly.mary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Converts IPA to MaryTTS's phones of US English, each sound to the nearest phone.
final class IpaConverter {
    private static final String STRESS = "'";
    private static final String SYLLABLE_BREAK = "-";

    private static final Set<String> VOWELS =
            Set.of(
                    "A", "O", "u", "i", "{", "V", "E", "I", "U", "@", "r=", "aU", "OI", "@U", "EI",
                    "AI");

    private static final Map<String, String> PHONES =
            Map.ofEntries(
                    Map.entry("eɪ", "EI"),
                    Map.entry("aɪ", "AI"),
                    Map.entry("ɔɪ", "OI"),
                    Map.entry("aʊ", "aU"),
                    Map.entry("oʊ", "@U"),
                    Map.entry("əʊ", "@U"),
                    Map.entry("tʃ", "tS"),
                    Map.entry("dʒ", "dZ"),
                    Map.entry("ts", "t s"),
                    Map.entry("i", "i"),
                    Map.entry("ɪ", "I"),
                    Map.entry("e", "E"),
                    Map.entry("ɛ", "E"),
                    Map.entry("æ", "{"),
                    Map.entry("a", "A"),
                    Map.entry("ɑ", "A"),
                    Map.entry("ɒ", "A"),
                    Map.entry("ɔ", "O"),
                    Map.entry("o", "@U"),
                    Map.entry("ʊ", "U"),
                    Map.entry("u", "u"),
                    Map.entry("y", "u"),
                    Map.entry("ʏ", "U"),
                    Map.entry("ø", "r="),
                    Map.entry("œ", "E"),
                    Map.entry("ʌ", "V"),
                    Map.entry("ə", "@"),
                    Map.entry("ɐ", "@"),
                    Map.entry("ɜ", "r="),
                    Map.entry("ɝ", "r="),
                    Map.entry("ɚ", "r="),
                    Map.entry("p", "p"),
                    Map.entry("b", "b"),
                    Map.entry("t", "t"),
                    Map.entry("d", "d"),
                    Map.entry("ɾ", "d"),
                    Map.entry("k", "k"),
                    Map.entry("ɡ", "g"),
                    Map.entry("g", "g"),
                    Map.entry("f", "f"),
                    Map.entry("v", "v"),
                    Map.entry("β", "v"),
                    Map.entry("θ", "T"),
                    Map.entry("ð", "D"),
                    Map.entry("s", "s"),
                    Map.entry("z", "z"),
                    Map.entry("ʃ", "S"),
                    Map.entry("ʒ", "Z"),
                    Map.entry("ç", "S"),
                    Map.entry("x", "h"),
                    Map.entry("χ", "h"),
                    Map.entry("h", "h"),
                    Map.entry("m", "m"),
                    Map.entry("n", "n"),
                    Map.entry("ɲ", "n j"),
                    Map.entry("ŋ", "N"),
                    Map.entry("l", "l"),
                    Map.entry("ɫ", "l"),
                    Map.entry("r", "r"),
                    Map.entry("ɹ", "r"),
                    Map.entry("ʁ", "r"),
                    Map.entry("j", "j"),
                    Map.entry("w", "w"));

    private IpaConverter() {}

    /// Empty if a sound is unknown: then the word is spoken as written.
    static Optional<String> phones(String ipa) {
        List<String> sounds = new ArrayList<>();
        for (int at = 0; at < ipa.length(); ) {
            String two = ipa.substring(at, Math.min(at + 2, ipa.length()));
            String one = ipa.substring(at, at + 1);
            if (PHONES.containsKey(two)) {
                sounds.addAll(List.of(PHONES.getOrDefault(two, "").split(" ", -1)));
                at += 2;
            } else if (PHONES.containsKey(one)) {
                sounds.addAll(List.of(PHONES.getOrDefault(one, "").split(" ", -1)));
                at++;
            } else {
                Optional<String> boundary = boundary(one.charAt(0));
                if (boundary.isEmpty()) {
                    return Optional.empty();
                }
                boundary.filter(mark -> !mark.isEmpty()).ifPresent(sounds::add);
                at++;
            }
        }
        return sounds.stream().anyMatch(VOWELS::contains)
                ? Optional.of(syllables(sounds))
                : Optional.empty();
    }

    /// The stress or syllable break of a character; an empty string for a modifier, and empty for
    /// an unknown letter.
    private static Optional<String> boundary(char c) {
        return switch (c) {
            case 'ˈ', '\'' -> Optional.of(STRESS);
            case 'ˌ', '.', ' ', '-' -> Optional.of(SYLLABLE_BREAK);
            default -> Character.isLetter(c) && !isModifier(c) ? Optional.empty() : Optional.of("");
        };
    }

    private static boolean isModifier(char c) {
        return Character.getType(c) == Character.MODIFIER_LETTER;
    }

    /// Splits the sounds into syllables with one vowel each, one of them stressed.
    private static String syllables(List<String> sounds) {
        List<List<String>> syllables = new ArrayList<>(List.of(new ArrayList<>()));
        int stressed = 0;
        for (String sound : sounds) {
            List<String> last = syllables.getLast();
            if (sound.equals(STRESS) || sound.equals(SYLLABLE_BREAK)) {
                if (hasVowel(last)) {
                    syllables.add(new ArrayList<>());
                }
                stressed = sound.equals(STRESS) ? syllables.size() - 1 : stressed;
            } else if (VOWELS.contains(sound) && hasVowel(last)) {
                List<String> next = new ArrayList<>();
                if (!VOWELS.contains(last.getLast())) {
                    next.add(last.removeLast());
                }
                next.add(sound);
                syllables.add(next);
            } else {
                last.add(sound);
            }
        }
        if (!hasVowel(syllables.getLast())) {
            List<String> rest = syllables.removeLast();
            syllables.getLast().addAll(rest);
            stressed = Math.min(stressed, syllables.size() - 1);
        }
        syllables.get(stressed).addFirst(STRESS);
        return String.join(
                " - ", syllables.stream().map(sound -> String.join(" ", sound)).toList());
    }

    private static boolean hasVowel(List<String> syllable) {
        return syllable.stream().anyMatch(VOWELS::contains);
    }
}
