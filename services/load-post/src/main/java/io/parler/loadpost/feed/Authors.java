package io.parler.loadpost.feed;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who wrote it.
record Authors(List<Person> people) {
    private static final Pattern MAIL = Pattern.compile("[^\\s<>()\\[\\]@]+@[^\\s<>()\\[\\]@]+");
    private static final Pattern AROUND =
            Pattern.compile("(?i)mailto:|[<(\\[]\\s*[>)\\]]|^[\\s,;:-]+|[\\s,;:-]+$");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*)\\)|<(.*)>");
    private static final int MAX_LENGTH = 200;

    /// Someone's name and address of mail; either may be empty.
    record Person(String name, String mail) {
        /// "ida@example.org (Ida Brandt)", "Ida Brandt <ida@example.org>" and the like.
        static Person of(String text) {
            var plain = HtmlText.start(HtmlText.of(text.replace("<", "&lt;")), MAX_LENGTH);
            var mail = MAIL.matcher(plain);
            var bare = AROUND.matcher(mail.replaceAll("").strip()).replaceAll("").strip();
            var inside = BRACKETED.matcher(bare);
            if (inside.matches()) {
                bare = (inside.group(1) == null ? inside.group(2) : inside.group(1)).strip();
            }
            return new Person(bare, mail.reset().find() ? mail.group() : "");
        }

        private String shown() {
            return name.isEmpty() ? mail : name;
        }

        private String whole() {
            return name.isEmpty() || mail.isEmpty() ? shown() : name + " (" + mail + ")";
        }
    }

    /// @param names the elements that may tell, the most trusted first
    static Authors of(FeedElement parent, String... names) {
        return of(Stream.of(names).map(name -> parent.all(name).map(Authors::person).toList()));
    }

    /// Those of the first source that has a name; without any, of the first that has an address.
    static Authors of(Stream<List<Person>> sources) {
        var told = sources.map(Authors::new).filter(people -> !people.names().isEmpty()).toList();
        return told.stream()
                .filter(people -> people.people().stream().anyMatch(p -> !p.name().isEmpty()))
                .findFirst()
                .orElseGet(() -> told.isEmpty() ? new Authors(List.of()) : told.getFirst());
    }

    /// Their names; an address only for who has none.
    String names() {
        return joined(Person::shown);
    }

    /// Their names and addresses.
    String whole() {
        return joined(Person::whole);
    }

    private String joined(Function<Person, String> text) {
        return people.stream()
                .map(text)
                .filter(person -> !person.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Person person(FeedElement element) {
        if (!element.hasMarkup()) {
            return Person.of(element.text());
        }
        var name = Person.of(element.first("name", "itunes:name"));
        var mail = element.first("email", "itunes:email");
        return mail.isEmpty() ? name : new Person(name.name(), mail);
    }
}
