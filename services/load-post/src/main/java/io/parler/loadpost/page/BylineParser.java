package io.parler.loadpost.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Extracts the author's name from a byline, which often also contains the date.
public final class BylineParser {
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^(?:(?:written|posted|published|words|text|story|reported|authored) by|by|von|par|por|di|door|av|af"
                            + "|authors?|autore?|auteur|autorin|text|texto|texte|автор|текст|yazan|συντάκτης)(?![\\p{L}-])\\s*:?\\s+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AFTER =
            Pattern.compile(
                    "[\\s•·|,–—-]+(?:(?:on|am|le|el|at|um|den) )?(\\p{Lu}[\\p{L}.]{2,9} [0-9]{1,2},? [0-9]{4}"
                            + "|[0-9]{1,2}\\.?(?: de)? \\p{L}{3,10}\\.?(?: de)? [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
                            + "|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}|[0-9]+ ?(?:[hmd]|hours?|days?|minutes?|weeks?|months?)\\b).*$"
                            + "|\\s*[|•·]\\s*(?i:follow|share|subscribe|contact|e-?mail|view all).*$");

    /// The paper, which may follow a person's name.
    private static final Pattern PAPER =
            Pattern.compile("(?:,\\s+(?:for|of|from)(?: the)?| for [Tt]he) \\p{Lu}.*$");

    /// The position, which may follow a name.
    private static final Pattern POSITION =
            Pattern.compile(
                    ",\\s+(?:[\\p{L}&'-]+ ){0,4}(?i:correspondent|reporter|editor|writer|columnist|journalist"
                            + "|contributor|producer|analyst|critic|author|staff|director|professor|redakteur(?:in)?|redacteur)\\b.*$");
    private static final Pattern MAIL = Pattern.compile("\\s*[<(\\[]?\\S+@\\S+\\.\\w+[>)\\]]?\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*)\\)");
    private static final Pattern NAME = Pattern.compile("\\p{L}[^0-9:]*");

    /// Labels of forms, labels without a name, accounts, and the keys of translations.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)(?:by|posted(?: (?:on|by|in|at))?|published(?: (?:on|by))?|updated(?: on)?|written by|author|authors"
                            + "|name|your name|(?:wp)?admin(?:istrator)?|super user|root|editor|editors|staff|anonymous|unknown|guest|user|webmaster|null"
                            + "|undefined|none|n/?a|share|read more|follow)\\W*"
                            + "|.*\\*|https?://.*|\\S+@\\S+\\.\\S+|[a-z0-9]+(?:[._][a-z0-9]+)+|.*[{}<>$%].*");

    private static final int MAX_LENGTH = 500;

    private BylineParser() {}

    public static Optional<String> author(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String bare = withoutMail(AFTER.matcher(withoutLabel(line)).replaceFirst(""));
        String name = POSITION.matcher(withoutPaper(bare)).replaceFirst("").strip();
        return Optional.of(name)
                .filter(text -> NAME.matcher(text).matches() && !NO_NAME.matcher(text).matches());
    }

    /// "Ida Brandt for The Harbour" without the paper; the name of an organization stays whole.
    private static String withoutPaper(String text) {
        String rest = PAPER.matcher(text).replaceFirst("").strip();
        return PersonName.isOneOrMore(rest) ? rest : text;
    }

    static String withoutLabel(String line) {
        return BEFORE.matcher(line).replaceFirst("").strip();
    }

    /// The name in a line such as "By Ida Brandt", "Text: Ida Brandt and Ole Vik" or "Ida Brandt,
    /// Staff Writer".
    public static Optional<String> labelledName(String line) {
        return Optional.of(line)
                .filter(
                        text ->
                                BEFORE.matcher(text).lookingAt()
                                        || POSITION.matcher(text).find()
                                        || PAPER.matcher(text).find())
                .flatMap(BylineParser::author)
                .filter(PersonName::isOneOrMore);
    }

    /// The name of "Ida Brandt (ida@harbour.example)" and "ida@harbour.example (Ida Brandt)".
    private static String withoutMail(String text) {
        String rest = MAIL.matcher(text.strip()).replaceAll(" ").strip();
        if (rest.isEmpty()) {
            return text; // nothing but an address
        }
        Matcher bracketed = BRACKETED.matcher(rest);
        return bracketed.matches() ? bracketed.group(1) : rest;
    }
}
