package io.parler.loadpost.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/// What stands before and around the XML of a feed, told apart and put right.
final class FeedText {
    private static final Pattern ROOT =
            Pattern.compile(
                    "<(?:[a-z0-9]+:)?(rss|rdf|feed|channel)(?=[\\s>/:])", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("<(html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCTYPE =
            Pattern.compile(
                    "<!DOCTYPE[^\\[>]*(\\[.*?\\]\\s*)?>",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern UNREADABLE_IN_XML =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");
    private static final Pattern LANGUAGE =
            Pattern.compile("<(?:feed|rss)\\s[^>]*xml:lang=[\"']([\\w-]+)[\"']");
    private static final int SEARCHED = 20_000;

    private FeedText() {}

    static boolean isJson(String text) {
        var start = text.stripLeading();
        return start.startsWith("{") && start.contains("\"items\"");
    }

    static boolean isFeed(String text) {
        var start = text.substring(0, Math.min(SEARCHED, text.length()));
        var root = ROOT.matcher(start);
        if (!root.find()) {
            return false;
        }
        var html = HTML.matcher(start);
        return !html.find() || root.start() < html.start();
    }

    /// The language the root element names; ROME passes over it.
    static String language(String xml) {
        var found = LANGUAGE.matcher(xml.substring(0, Math.min(SEARCHED, xml.length())));
        return found.find() ? found.group(1) : "";
    }

    /// A DOCTYPE is dropped, never resolved: with it go entity bombs and references to other
    /// files.
    static String mended(String text) {
        int begin = text.indexOf('<');
        var fromMarkup = begin > 0 ? text.substring(begin) : text;
        int root = fromMarkup.toLowerCase(Locale.ROOT).indexOf("<!doctype");
        var plain =
                root >= 0 && root < SEARCHED
                        ? DOCTYPE.matcher(fromMarkup).replaceFirst("")
                        : fromMarkup;
        return UNREADABLE_IN_XML.matcher(plain).replaceAll("");
    }
}
