package io.parler.loadpost.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Recognizes the name of a person by its form alone, for lines that nothing marks as a byline.
public final class PersonName {
    private static final int MAX_LENGTH = 50;
    private static final int MAX_ELEMENTS = 20;
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
    private static final String PARTICLE =
            "(?:de|da|do|dos|del|della|di|van|von|der|den|ter|la|le|el|al|bin|y|af|av|zu|'t)";
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.*\\p{L}{2})" + WORD + "(?: (?:" + PARTICLE + " )*" + WORD + "){1,3}");
    private static final Pattern SEVERAL =
            Pattern.compile(", | and | & | und | et | y | og | och | en | e ");

    /// Words that begin with a capital in lines of a page, but are in no name.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?iu).*(?<!\\p{L})(?:the|a|an|this|that|these|our|your|my|how|what|why|when|where|who|all|new|more|read|share|sign|log"
                            + "|subscribe|follow|view|see|home|page|blog|news|post|posts|article|story|category|tags?|topics?|comments?"
                            + "|section|chapter|part|photo|image|video|watch|listen|print|email|menu|search|table|contents|press"
                            + "|release|january|february|march|april|june|july|august|september|october|november|december"
                            + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in|on|of|for|to|with|at|is|and|or)(?!\\p{L}).*");

    private PersonName() {}

    /// Whether the text is a name of two to four words.
    public static boolean is(String text) {
        return text.length() <= MAX_LENGTH
                && NAME.matcher(text).matches()
                && !NO_NAME.matcher(text).matches();
    }

    /// The element's text if it is a name, or else that of the first element in it that is one.
    public static Optional<String> in(Element element) {
        String whole = BylineParser.withoutLabel(element.text());
        return isOneOrMore(whole)
                ? Optional.of(whole)
                : element.getAllElements().stream()
                        .limit(MAX_ELEMENTS)
                        .filter(inner -> inner.childrenSize() == 0)
                        .map(inner -> BylineParser.withoutLabel(inner.text()))
                        .filter(PersonName::isOneOrMore)
                        .findFirst()
                        .or(() -> BylineParser.author(whole).filter(PersonName::isOneOrMore));
    }

    /// Whether the text is one such name, or a few.
    public static boolean isOneOrMore(String text) {
        return SEVERAL.splitAsStream(text).allMatch(PersonName::is);
    }
}
