package io.parler.loadpost.feed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who wrote it: names, and an address of mail only where there is no name.
final class People {
    private static final Pattern MAIL = Pattern.compile("[^\\s<>()\\[\\]@]+@[^\\s<>()\\[\\]@]+");
    private static final Pattern AROUND =
            Pattern.compile("(?i)mailto:|[<(\\[]\\s*[>)\\]]|^[\\s,;:-]+|[\\s,;:-]+$");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*)\\)|<(.*)>");

    private static final int MAX_LENGTH = 200;

    private People() {}

    /// @param names the elements that may tell, the most trusted first
    static String of(FeedElement parent, String... names) {
        return named(Stream.of(names).map(name -> parent.all(name).map(People::person).toList()));
    }

    /// Of several sources the first that has a name.
    static String named(Stream<List<String>> sources) {
        var told = sources.map(People::joined).filter(text -> !text.isEmpty()).toList();
        return told.stream()
                .filter(text -> !MAIL.matcher(text).matches())
                .findFirst()
                .orElse(told.isEmpty() ? "" : told.getFirst());
    }

    /// "ida@example.org (Ida Brandt)", "Ida Brandt <ida@example.org>" and the like.
    static String person(String text) {
        var plain = HtmlText.start(HtmlText.of(text.replace("<", "&lt;")), MAX_LENGTH);
        var name = MAIL.matcher(plain).replaceAll("").strip();
        var bare = AROUND.matcher(name).replaceAll("").strip();
        var inside = BRACKETED.matcher(bare);
        if (inside.matches()) {
            bare = (inside.group(1) == null ? inside.group(2) : inside.group(1)).strip();
        }
        if (!bare.isEmpty()) {
            return bare;
        }
        var mail = MAIL.matcher(plain);
        return mail.find() ? mail.group() : "";
    }

    private static String person(FeedElement element) {
        if (!element.hasMarkup()) {
            return person(element.text());
        }
        var name = element.first("name", "itunes:name", "foaf:name");
        return name.isEmpty() ? element.first("email", "itunes:email") : person(name);
    }

    private static String joined(List<String> people) {
        return people.stream()
                .filter(person -> !person.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
