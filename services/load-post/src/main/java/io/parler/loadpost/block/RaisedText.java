package io.parler.loadpost.block;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Writes short superscripts and subscripts with Unicode's own characters: without markup, 10 to
/// the 23rd would become 1023.
final class RaisedText {
    private static final int MAX_LENGTH = 4;
    private static final Pattern UP = Pattern.compile("[+−-]?[0-9]{1,3}|[a-en]");
    private static final Pattern DOWN = Pattern.compile("[0-9]{1,3}");
    private static final String PLAIN = "0123456789+-−abcden";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ᵃᵇᶜᵈᵉⁿ";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private RaisedText() {}

    static Optional<String> raised(Element element) {
        return of(element, UP, RAISED);
    }

    static Optional<String> lowered(Element element) {
        return of(element, DOWN, LOWERED);
    }

    private static Optional<String> of(Element element, Pattern pattern, String signs) {
        if (element.childNodeSize() != 1 || !element.children().isEmpty()) {
            return Optional.empty();
        }
        String text = element.ownText().strip();
        if (text.length() > MAX_LENGTH || !pattern.matcher(text).matches()) {
            return Optional.empty();
        }
        StringBuilder converted = new StringBuilder();
        text.chars().forEach(c -> converted.append(signs.charAt(PLAIN.indexOf(c))));
        return Optional.of(converted.toString());
    }
}
