package io.parler.loadpost.feed;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The authors of a feed or a post.
record Authors(List<Person> people) {
    private static final Pattern MAIL = Pattern.compile("[^\\s<>()\\[\\]@]+@[^\\s<>()\\[\\]@]+");
    private static final Pattern SURROUNDING =
            Pattern.compile("(?i)mailto:|[<(\\[]\\s*[>)\\]]|^[\\s,;:-]+|[\\s,;:-]+$");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*)\\)|<(.*)>");
    private static final int MAX_LENGTH = 200;

    /// An author's name and e-mail address; either may be empty.
    record Person(String name, String mail) {
        /// Parses "ida@example.org (Ida Brandt)", "Ida Brandt <ida@example.org>" and the like.
        static Person of(String text) {
            String plain = HtmlText.start(HtmlText.of(text.replace("<", "&lt;")), MAX_LENGTH);
            Matcher mail = MAIL.matcher(plain);
            String bare = SURROUNDING.matcher(mail.replaceAll("").strip()).replaceAll("").strip();
            Matcher inside = BRACKETED.matcher(bare);
            if (inside.matches()) {
                bare = (inside.group(1) == null ? inside.group(2) : inside.group(1)).strip();
            }
            return new Person(bare, mail.reset().find() ? mail.group() : "");
        }

        private String shown() {
            return name.isEmpty() ? mail : name;
        }

        private String withAddresses() {
            return name.isEmpty() || mail.isEmpty() ? shown() : name + " (" + mail + ")";
        }
    }

    /// @param names the elements that may name the authors, the most trusted first
    static Authors of(FeedElement parent, String... names) {
        return of(Stream.of(names).map(name -> parent.all(name).map(Authors::person).toList()));
    }

    /// The authors of the first source that has a name; if none has, of the first that has an
    /// address.
    static Authors of(Stream<List<Person>> sources) {
        List<Authors> known =
                sources.map(Authors::new).filter(people -> !people.names().isEmpty()).toList();
        return known.stream()
                .filter(people -> people.people().stream().anyMatch(p -> !p.name().isEmpty()))
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? new Authors(List.of()) : known.getFirst());
    }

    /// Their names; the address of an author without a name.
    String names() {
        return joined(Person::shown);
    }

    /// Their names and addresses.
    String withAddresses() {
        return joined(Person::withAddresses);
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
        String mail = element.first("email", "itunes:email");
        return mail.isEmpty() ? name : new Person(name.name(), mail);
    }
}
