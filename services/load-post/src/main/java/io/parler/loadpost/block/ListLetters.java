package io.parler.loadpost.block;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Whether a list has letters instead of numbers. Roman numerals are numbers.
enum ListLetters {
    NONE,
    SMALL,
    CAPITAL;

    private static final int LETTERS = 26;
    private static final Pattern STYLE =
            Pattern.compile(
                    "list-style(?:-type)?\\s*:[^;]{0,60}?\\b(lower|upper)-(?:alpha|latin)\\b");

    static ListLetters of(Element list) {
        String type = list.attr("type").strip();
        if (type.equals("a")) {
            return SMALL;
        }
        if (type.equals("A")) {
            return CAPITAL;
        }
        var style = STYLE.matcher(list.attr("style").toLowerCase(Locale.ROOT));
        if (!style.find()) {
            return NONE;
        }
        return style.group(1).equals("lower") ? SMALL : CAPITAL;
    }

    /// The letter of an item; "aa" follows "z".
    ///
    /// @param index from 1
    Optional<String> of(int index) {
        if (this == NONE || index < 1) {
            return Optional.empty();
        }
        var letters = new StringBuilder();
        for (int rest = index; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ((this == SMALL ? 'a' : 'A') + (rest - 1) % LETTERS));
        }
        return Optional.of(letters.toString());
    }
}
