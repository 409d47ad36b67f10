package io.parler.frontend.podcast.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The rules for a feed, written from PSP-1 (the Podcast Standards Project's RSS specification),
/// from Apple's "Podcast RSS feed requirements", and from the podcast namespace. It parses the feed
/// with the JDK's strict parser.
final class FeedRules {
    private static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static final String PODCAST = "https://podcastindex.org/namespace/1.0";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final Pattern UUID5 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

    private final List<String> broken = new ArrayList<>();

    private FeedRules() {}

    /// What is wrong with a feed.
    static List<String> broken(byte[] feed) {
        FeedRules rules = new FeedRules();
        rules.check(parsed(feed));
        return rules.broken;
    }

    /// Each `atom:link` of the channel: its relation and its address.
    static List<String> links(byte[] feed) {
        List<String> links = new ArrayList<>();
        for (Element link : children(channel(parsed(feed)), ATOM, "link")) {
            links.add(link.getAttribute("rel") + " " + link.getAttribute("href"));
        }
        return links;
    }

    private void check(Document document) {
        Element rss = document.getDocumentElement();
        rule("the root is rss 2.0", rss.getTagName().equals("rss"));
        rule("the version is 2.0", rss.getAttribute("version").equals("2.0"));
        Element channel = channel(document);
        one(channel, null, "title", text -> !text.isEmpty());
        one(
                channel,
                null,
                "description",
                text -> !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= 4000);
        one(channel, null, "link", FeedRules::isWeb);
        one(channel, null, "language", text -> LANGUAGE.matcher(text).matches());
        one(channel, ITUNES, "explicit", Set.of("true", "false")::contains);
        one(channel, ITUNES, "author", text -> !text.isEmpty());
        one(channel, ITUNES, "type", Set.of("episodic", "serial")::contains);
        one(channel, PODCAST, "guid", text -> UUID5.matcher(text).matches());
        one(channel, PODCAST, "locked", Set.of("yes", "no")::contains);
        List<Element> images = children(channel, ITUNES, "image");
        rule("one itunes:image", images.size() == 1);
        images.forEach(
                image ->
                        rule(
                                "the image is a PNG or JPEG",
                                image.getAttribute("href").matches("https?://.*\\.(png|jpg)")));
        List<Element> categories = children(channel, ITUNES, "category");
        rule("a category", !categories.isEmpty());
        categories.forEach(
                category ->
                        rule("a category has a text", !category.getAttribute("text").isEmpty()));
        NodeList elements = channel.getElementsByTagNameNS(ITUNES, "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            rule(
                    "itunes:" + element.getLocalName() + " has a text or attributes",
                    element.hasAttributes() || !element.getTextContent().isBlank());
        }
        List<Element> selves =
                children(channel, ATOM, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .toList();
        rule("one atom:link rel=self", selves.size() == 1);
        selves.forEach(
                self ->
                        rule(
                                "self is typed",
                                self.getAttribute("type").equals("application/rss+xml")));
        Set<String> guids = new HashSet<>();
        Set<String> enclosures = new HashSet<>();
        for (Element item : children(channel, null, "item")) {
            item(item);
            rule("a GUID is used once", guids.add(text(item, "guid")));
            children(item, null, "enclosure")
                    .forEach(
                            enclosure ->
                                    rule(
                                            "an enclosure's address is used once",
                                            enclosures.add(enclosure.getAttribute("url"))));
        }
    }

    private void item(Element item) {
        one(item, null, "title", text -> !text.isEmpty());
        one(item, null, "guid", text -> !text.isEmpty());
        rule(
                "a GUID is no address",
                children(item, null, "guid")
                        .getFirst()
                        .getAttribute("isPermaLink")
                        .equals("false"));
        one(item, null, "pubDate", FeedRules::isDate);
        one(item, null, "link", FeedRules::isWeb);
        one(item, null, "description", text -> text.startsWith("<p>") && isShort(text));
        one(item, ITUNES, "summary", FeedRules::isShort);
        one(item, CONTENT, "encoded", text -> text.startsWith("<p>") && isShort(text));
        one(item, ITUNES, "duration", text -> text.matches("[1-9][0-9]*"));
        List<Element> enclosures = children(item, null, "enclosure");
        rule("one enclosure", enclosures.size() == 1);
        for (Element enclosure : enclosures) {
            rule(
                    "an enclosure's address ends as its type does",
                    enclosure.getAttribute("url").matches("https?://[!-~]+\\.mp3"));
            rule(
                    "an enclosure has a length",
                    enclosure.getAttribute("length").matches("[1-9]\\d*"));
            rule("an enclosure has its type", enclosure.getAttribute("type").equals("audio/mpeg"));
        }
        for (Element transcript : children(item, PODCAST, "transcript")) {
            rule("a transcript has an address", isWeb(transcript.getAttribute("url")));
            rule(
                    "a transcript has its type",
                    Set.of("text/vtt", "application/json")
                            .contains(transcript.getAttribute("type")));
        }
        for (Element chapters : children(item, PODCAST, "chapters")) {
            rule("chapters have an address", isWeb(chapters.getAttribute("url")));
            rule(
                    "chapters have their type",
                    chapters.getAttribute("type").equals("application/json+chapters"));
        }
    }

    /// The limit of Apple Podcasts.
    private static boolean isShort(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= 4_000;
    }

    private void rule(String rule, boolean holds) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void one(
            Element parent, @Nullable String namespace, String name, Predicate<String> valid) {
        List<Element> found = children(parent, namespace, name);
        rule("one " + name, found.size() == 1);
        found.forEach(
                element ->
                        rule(
                                name + " is valid: " + element.getTextContent(),
                                valid.test(element.getTextContent())));
    }

    private static boolean isWeb(String address) {
        return address.matches("https?://[!-~]+");
    }

    private static boolean isDate(String date) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(date);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String text(Element parent, String name) {
        return children(parent, null, name).getFirst().getTextContent();
    }

    private static Element channel(Document document) {
        return children(document.getDocumentElement(), null, "channel").getFirst();
    }

    private static List<Element> children(Element parent, @Nullable String namespace, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && element.getLocalName().equals(name)
                    && Objects.equals(element.getNamespaceURI(), namespace)) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parsed(byte[] feed) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }
}
