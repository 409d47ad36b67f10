package io.parler.bench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A kind of text that is made to be expensive, at any length.
///
/// @param ofLength makes it with that many UTF-16 units
record HostileText(String name, IntFunction<String> ofLength) {
    /// Texts that repeat a few characters, by name.
    private static final String[][] REPEATED = {
        {"prose", "The yard at the mouth of the river was quiet since the storms. "},
        {"combining marks", "\u0301"},
        {"marks of two classes", "\u0301\u0316"},
        {"one word", "abcdefghij"},
        {"capitals", "A"},
        {"punctuation", "!?.,;:-"},
        {"full stops", "."},
        {"full stops and spaces", ". "},
        {"full stops and quotes", ".\""},
        {"closing marks", ")\u201d\u2019"},
        {"commas", ","},
        {"clauses", "a;"},
        {"dashes", "\u2014"},
        {"ellipses", "\u2026 "},
        {"digits", "1"},
        {"digits and full stops", "1."},
        {"list numbers", "1. "},
        {"thousands", "1,000."},
        {"letters and full stops", "a."},
        {"initials", "A. "},
        {"titles", "Dr. "},
        {"abbreviations", "e.g. "},
        {"apostrophes", "a'"},
        {"hyphens", "a-"},
        {"soft hyphens", "a\u00ad"},
        {"zero-width spaces", "\u200b"},
        {"zero-width joiners", "\u200d"},
        {"letters and joiners", "a\u200d"},
        {"bidirectional controls", "\u202e\u202ca"},
        {"emoji", "\ud83d\ude00"},
        {"emoji in words", "a\ud83d\ude00 "},
        {"chains of emoji", "\ud83d\udc68\u200d"},
        {"skin tones", "\ud83d\udc4d\ud83c\udffd"},
        {"emoji variations", "\u2764\ufe0f"},
        {"regional indicators", "\ud83c\udde9"},
        {"keycaps", "1\ufe0f\u20e3"},
        {"tag characters", "\udb40\udc41"},
        {"high surrogates", "\ud800"},
        {"low surrogates", "\udc00"},
        {"opening quotes", "\u201c\u2018"},
        {"straight quotes", "\""},
        {"brackets", "([{"},
        {"addresses", "http://a.example/ "},
        {"schemes", "http://"},
        {"www", "www."},
        {"right to left", "\u05d0\u05d1 "},
        {"Arabic", "\u0627\u0644 "},
        {"Arabic number signs", "\u0600"},
        {"special characters of XML", "<&>\""},
        {"ampersands", "&"},
        {"open tags", "<a "},
        {"entities", "&amp;"},
        {"Hangul jamo", "\u1100\u1161\u11a8"},
        {"leading jamo", "\u1100"},
        {"Thai", "\u0e01\u0e33"},
        {"Chinese", "\u4e2d"},
        {"Chinese sentences", "\u4e2d\u3002"},
        {"Devanagari conjuncts", "\u0915\u094d"},
        {"long ligatures", "\ufdfa"},
        {"mathematical letters", "\ud835\udc00"},
        {"private use", "\ue000"},
        {"no-break spaces", "\u00a0"},
        {"new lines", "\n "},
        {"tabs", "\t\n"},
        {"short paragraphs", "a\n\n"},
        {"NUL", "\0"},
        {"non-characters", "\ufffe"},
        {"TeX", "\\frac{"},
        {"words of one rule", "rule "},
        {"dates", "1 May 2020 "},
        {"pipes", "a | "},
    };

    static List<HostileText> all() {
        List<HostileText> all = new ArrayList<>();
        for (String[] repeated : REPEATED) {
            String unit = repeated[1];
            all.add(
                    new HostileText(
                            repeated[0], n -> unit.repeat(n / unit.length() + 1).substring(0, n)));
        }
        all.add(new HostileText("a letter and its marks", n -> "a" + "\u0301".repeat(n - 1)));
        all.add(new HostileText("a long path", n -> "http://a.example/" + "a/".repeat(n / 2)));
        all.add(new HostileText("a path of stops", n -> "http://a.example/" + ".".repeat(n)));
        all.add(new HostileText("spaces in the middle", n -> "a" + " ".repeat(n) + "b"));
        all.add(new HostileText("an open tag", n -> "<" + "a ".repeat(n / 2)));
        return List.copyOf(all);
    }
}
