package io.parler.loadpost.feed;

import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element of a feed, with its children by name.
final class FeedElement {
    private final Element element;
    private final ElementNames vocabulary;
    private final WebAddress address;
    private @Nullable Map<String, List<FeedElement>> children;

    /// @param address of the feed itself
    FeedElement(Element element, ElementNames vocabulary, WebAddress address) {
        this.element = element;
        this.vocabulary = vocabulary;
        this.address = address;
    }

    /// The children of these names, grouped by name in this order.
    Stream<FeedElement> all(String... names) {
        return Stream.of(names).flatMap(name -> children().getOrDefault(name, List.of()).stream());
    }

    /// The children of these names, in document order.
    Stream<FeedElement> inOrder(Set<String> names) {
        return element.children().stream()
                .map(child -> new FeedElement(child, vocabulary, address))
                .filter(child -> names.contains(child.name()));
    }

    /// The first non-blank text of a child of these names, or empty.
    String first(String... names) {
        return all(names)
                .map(FeedElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    String name() {
        return vocabulary.nameOf(element);
    }

    String text() {
        return element.wholeText().strip();
    }

    /// An attribute's value, whatever the case of its name, or empty.
    String attribute(String... names) {
        return Stream.of(names)
                .map(name -> element.attributes().getIgnoreCase(name).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean hasAttribute(String name) {
        return element.attributes().hasKeyIgnoreCase(name);
    }

    boolean hasMarkup() {
        return element.childrenSize() > 0;
    }

    boolean isAtom() {
        return vocabulary.isAtom(element);
    }

    Element markup() {
        return element;
    }

    /// The base URI of the element (XML Base), if the feed states one.
    Optional<WebAddress> statedBase() {
        var bases = new ArrayList<String>();
        for (Element e = element; e != null; e = e.parent()) {
            if (!e.attr("xml:base").isBlank()) {
                bases.addFirst(e.attr("xml:base"));
            }
        }
        Optional<WebAddress> stated = Optional.<WebAddress>empty();
        for (String base : bases) {
            stated = UrlResolver.read(stated.orElse(address), base).or(() -> Optional.of(address));
        }
        return stated;
    }

    Optional<String> absolute(String reference) {
        return UrlResolver.absolute(statedBase().orElse(address), reference);
    }

    /// The language that the element states.
    Optional<String> language() {
        String field = first("language", "dc:language");
        return RawPost.nonBlank(field.isEmpty() ? attribute("xml:lang", "lang") : field)
                .map(language -> language.replace('_', '-'));
    }

    /// The last date of the first name that has one. A date that can't be parsed is ignored.
    Optional<Instant> date(String... names) {
        return Stream.of(names).flatMap(name -> last(name).stream()).findFirst();
    }

    private Optional<Instant> last(String name) {
        return Stream.concat(Stream.of(attribute(name)), all(name).map(FeedElement::text))
                .flatMap(text -> DateParser.parse(text).stream())
                .reduce((earlier, later) -> later);
    }

    private Map<String, List<FeedElement>> children() {
        if (children == null) {
            children = new HashMap<>();
            index(element, children);
        }
        return children;
    }

    /// Children of a group count like the element's own children.
    private void index(Element parent, Map<String, List<FeedElement>> index) {
        for (Element child : parent.children()) {
            String name = vocabulary.nameOf(child);
            index.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new FeedElement(child, vocabulary, address));
            if (name.equals("media:group") || name.equals("media:content")) {
                index(child, index);
            }
        }
    }
}
