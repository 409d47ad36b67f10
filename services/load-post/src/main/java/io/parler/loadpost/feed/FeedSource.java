package io.parler.loadpost.feed;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prepares the XML of a feed for the parser. A DOCTYPE is removed, never resolved: this prevents
/// entity bombs and references to other files. Of the entities it defines only short plain texts
/// are used.
final class FeedSource {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
    private static final Set<String> PAGES = Set.of("html", "head", "body");
    private static final Pattern TAG = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z]+)(?=[\\s>/])");
    private static final Pattern ENTITY =
            Pattern.compile(
                    "<!ENTITY\\s+([\\w.-]{1,40})\\s+([\"'])((?:[^\"'&%<]|&#){0,200})\\2\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([\\w.-]{1,40});");
    private static final String WINDOWS_1252 = upperHalf(Charset.forName("windows-1252"));
    private static final Pattern PREFIX = Pattern.compile("xmlns:([\\w.-]{1,40})");
    private static final int MAX_MARKUP = 250_000;
    private static final int MAX_PREFIXES = 100;
    private static final int MAX_PROLOG = 20_000;
    private static final int MAX_GROWTH = 100_000;

    private FeedSource() {}

    static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") && start.contains("\"items\"");
    }

    /// The feed from its root element on; empty if the text is a page or something else.
    static Optional<String> xml(String text) {
        int root = root(text.substring(0, Math.min(MAX_PROLOG, text.length())));
        if (root < 0) {
            return Optional.empty();
        }
        Map<String, String> entities = entities(text.substring(0, root));
        String feed = readable(text.substring(root));
        return Optional.of(entities.isEmpty() ? feed : resolveEntities(feed, entities));
    }

    /// The position of the root element, after comments, declarations and junk; -1 if there is
    /// none.
    private static int root(String start) {
        for (int at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at + 1)) {
            if (start.startsWith("<!--", at)) {
                int end = start.indexOf("-->", at);
                at = end < 0 ? at : end;
                continue;
            }
            Matcher tag = TAG.matcher(start).region(at, start.length());
            if (!tag.lookingAt()) {
                continue;
            }
            String name = tag.group(1).toLowerCase(Locale.ROOT);
            if (ROOTS.contains(name) || PAGES.contains(name)) {
                return ROOTS.contains(name) ? at : -1;
            }
        }
        return -1;
    }

    /// Removes characters that are not allowed in XML, and replaces those of windows-1252 by the
    /// intended ones.
    private static String readable(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && c <= 0x9f) {
                out.append(WINDOWS_1252.charAt(c - 0x80));
            } else if ((c >= ' ' || Character.isWhitespace(c)) && c < 0xfffe) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Whether it has more markup, or more namespace prefixes in scope, than is parsed.
    static boolean exceedsLimits(String xml) {
        int markup = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
            markup++;
        }
        return markup > MAX_MARKUP
                || PREFIX.matcher(xml)
                                .results()
                                .map(p -> p.group(1))
                                .distinct()
                                .limit(MAX_PREFIXES)
                                .count()
                        == MAX_PREFIXES;
    }

    private static String upperHalf(Charset charset) {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, charset);
    }

    private static Map<String, String> entities(String prolog) {
        var entities = new HashMap<String, String>();
        if (prolog.contains("<!ENTITY")) {
            Matcher entity = ENTITY.matcher(prolog);
            while (entity.find()) {
                entities.put(entity.group(1), entity.group(3));
            }
        }
        return entities;
    }

    private static String resolveEntities(String feed, Map<String, String> entities) {
        var out = new StringBuilder(feed.length());
        Matcher reference = REFERENCE.matcher(feed);
        while (reference.find()) {
            String text = entities.getOrDefault(reference.group(1), reference.group());
            reference.appendReplacement(out, Matcher.quoteReplacement(text));
            if (out.length() > reference.end() + MAX_GROWTH) {
                return feed; // an entity bomb
            }
        }
        return reference.appendTail(out).toString();
    }
}
