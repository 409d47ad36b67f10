package io.parler.loadpost.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Maps the elements of one feed to names. A namespace is identified by its URI, whatever its
/// prefix; a prefix without a known namespace has its usual meaning. The names of RSS and Atom
/// have no prefix here, those of a module have the usual one: `title`, `dc:creator`.
final class ElementNames {
    private static final String RSS = "rss";
    private static final String ATOM = "atom";
    private static final String UNBOUND = "";
    private static final String UNKNOWN = "?";

    private static final Pattern RSS_SPACES =
            Pattern.compile(
                    "backend\\.userland\\.com/rss.*|(blogs|cyber)\\.law\\.harvard\\.edu/.*rss.*"
                            + "|(my|channel)\\.netscape\\.com/.*|purl\\.org/rss/1\\.0"
                            + "|purl\\.org/net/rss1\\.1|(www\\.)?rssboard\\.org/.*");
    private static final Map<String, String> SPACES =
            Map.ofEntries(
                    Map.entry("www.w3.org/2005/atom", ATOM),
                    Map.entry("purl.org/atom/ns", ATOM),
                    Map.entry("purl.org/dc/elements/1.1", "dc"),
                    Map.entry("purl.org/dc/elements/1.0", "dc"),
                    Map.entry("purl.org/dc/terms", "dcterms"),
                    Map.entry("purl.org/rss/1.0/modules/content", "content"),
                    Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
                    Map.entry("search.yahoo.com/mrss", "media"),
                    Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
                    Map.entry("www.w3.org/1999/xhtml", "xhtml"),
                    Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"));
    private static final Set<String> MODULES = Set.copyOf(SPACES.values());
    private static final Set<String> FEED_PREFIXES = Set.of("", RSS, ATOM, "a10");

    private static final int MAX_KNOWN = 1_000;

    private final Map<String, String> known = new HashMap<>();
    private final String rootSpace;
    private final boolean atom;

    ElementNames(Element root) {
        rootSpace = root.tag().namespace();
        String name = localName(root);
        atom = name.equals("feed") || name.equals("entry"); // an entry document has no feed
    }

    String nameOf(Element element) {
        String name = localName(element);
        String module = module(element);
        return module.equals(RSS) || module.equals(ATOM) ? name : module + ":" + name;
    }

    /// Whether the element is Atom's: its text is plain unless it says otherwise, the text of RSS
    /// is HTML.
    boolean isAtom(Element element) {
        return module(element).equals(ATOM);
    }

    static String localName(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    private String module(Element element) {
        String space = element.tag().namespace();
        String module =
                known.size() < MAX_KNOWN
                        ? known.computeIfAbsent(space, ElementNames::moduleOf)
                        : known.getOrDefault(space, UNKNOWN);
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        return switch (module) {
            case UNBOUND -> FEED_PREFIXES.contains(prefix) ? ofRoot() : prefix;
            case UNKNOWN ->
                    space.equals(rootSpace)
                            ? ofRoot()
                            : MODULES.contains(prefix) ? prefix : UNKNOWN;
            default -> module;
        };
    }

    private String ofRoot() {
        return atom ? ATOM : RSS;
    }

    /// Ignores case, scheme and a trailing slash or hash, which are often wrong.
    private static String moduleOf(String space) {
        if (space.isBlank() || space.equals(Parser.NamespaceXml)) {
            return UNBOUND;
        }
        String bare =
                space.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("[/#]+$", "");
        return RSS_SPACES.matcher(bare).matches() ? RSS : SPACES.getOrDefault(bare, UNKNOWN);
    }
}
