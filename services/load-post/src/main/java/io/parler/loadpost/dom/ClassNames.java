package io.parler.loadpost.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Judges elements by their class names and ids.
public final class ClassNames {
    private static final String[] UNLIKELY =
            words(
                    "-ad- ai2html banner breadcrumbs combx comment community cover-wrap disqus extra"
                            + " footer gdpr header legends menu related remark replies rss shoutbox"
                            + " sidebar skyscraper social sponsor supplemental ad-break agegate"
                            + " pagination pager popup modal yom-remote");
    private static final String[] POSSIBLE =
            words("and article body column content main mathjax shadow");
    private static final String[] POSITIVE =
            words(
                    "article body content entry hentry h-entry main page pagination post text blog"
                            + " story");
    private static final String[] NEGATIVE =
            words(
                    "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta"
                            + " outbrain promo related scroll share shoutbox sidebar skyscraper sponsor"
                            + " shopping tags widget");
    private static final String[] BYLINE = words("byline author dateline writtenby p-author");
    private static final Pattern SHARING =
            Pattern.compile("(\\b|_)(share|sharedaddy)(\\b|_)", Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTHOR_BIO =
            Pattern.compile(
                    "(?i)(?:author|contributor)[-_]?(?:bio|box|card|description|profile)|about[-_]?(?:the[-_]?)?author");

    /// Third-party comment services.
    private static final String[] COMMENT_SERVICES =
            words("giscus utterances disqus remark42 cusdis hyvor-talk commento isso-thread");

    /// Notes to the reader within a text.
    private static final Pattern ADMONITION =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:admonition|callout|note|notice|tip|hint|warning|caution|important|info|infobox|danger|success|example)(?:$|[\\s_-])");

    /// Consent managers, and the usual names of notices about cookies.
    private static final Pattern COOKIE_NOTICE =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:(?:eu-?|gdpr-?)?cookies?[_-]?(?:notices?|banner|consent|bar|wall|law|popup|policy"
                            + "|message|info|disclaimer|overlay|modal|alert|warning|container|box|layer|dialog|note|notification)"
                            + "|cookie-?control|cc-(?:window|banner)|consent[_-]?(?:root|banner|popup|modal|manager|overlay|wall|layer)"
                            + "|(?:fc-consent|onetrust|optanon|cybotcookiebot|cookiebot|didomi|qc-cmp|osano|truste|trustarc|sp_message|usercentrics"
                            + "|borlabs|iubenda|termly|klaro|evidon|cmplz|moove_gdpr|cookiefirst|cky-consent|tarteaucitron"
                            + "|gdpr[_-]?(?:banner|notice|popup|message|consent)?)\\w*)(?:$|[\\s_-])");

    /// One of these is in each name of a notice about cookies.
    private static final String[] COOKIE_WORDS =
            words(
                    "cookie cc- consent onetrust optanon didomi qc-cmp osano trust sp_message"
                            + " usercentrics borlabs iubenda termly klaro evidon cmplz gdpr"
                            + " tarteaucitron");

    /// Only this many characters are looked at.
    private static final int MAX_LENGTH = 400;

    private static final String INHERITED = "data-around";

    private ClassNames() {}

    public static String of(Element element) {
        String names = start(element.className());
        String id = start(element.id());
        return names.isEmpty() && id.isEmpty() ? " " : names + " " + id;
    }

    /// Keeps the class names of an element that is replaced by another.
    public static void inheritNames(Element from, Element to) {
        String names = (from.className() + " " + from.attr(INHERITED)).strip();
        if (!names.isEmpty()) {
            to.attr(INHERITED, start(names));
        }
    }

    /// The element's class names, and those of the elements it replaced.
    public static String withInherited(Element element) {
        return element.hasAttr(INHERITED)
                ? start(element.className()) + " " + element.attr(INHERITED)
                : start(element.className());
    }

    private static String start(String names) {
        return names.length() <= MAX_LENGTH ? names : names.substring(0, MAX_LENGTH);
    }

    public static boolean isUnlikely(String names) {
        String lower = lower(names);
        return lower.length() > 2
                && (containsAny(lower, COMMENT_SERVICES)
                        || (containsAny(lower, UNLIKELY) && !containsAny(lower, POSSIBLE)));
    }

    public static boolean isCookieNotice(String names) {
        return names.length() > 5
                && containsAny(lower(names), COOKIE_WORDS)
                && COOKIE_NOTICE.matcher(names).find();
    }

    /// Whether the names stand for a note to the reader.
    public static boolean isAdmonition(String names) {
        return ADMONITION.matcher(names).find();
    }

    public static boolean isByline(String names) {
        return names.length() > 2 && containsAny(lower(names), BYLINE);
    }

    public static boolean isSharing(String names) {
        return names.length() > 2
                && lower(names).contains("share")
                && SHARING.matcher(names).find();
    }

    /// Whether the names stand for a portrait of the author, and not only for a name.
    public static boolean isAuthorBio(String names) {
        return AUTHOR_BIO.matcher(names).find();
    }

    public static boolean isComment(String names) {
        return lower(names).contains("comment");
    }

    /// A score from -50 to 50: high if the names suggest an article.
    public static int weight(Element element) {
        return weight(start(element.className())) + weight(start(element.id()));
    }

    private static int weight(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        String lower = lower(name);
        boolean negative = containsAny(lower, NEGATIVE) || (" " + lower + " ").contains(" hid ");
        return (containsAny(lower, POSITIVE) ? 25 : 0) - (negative ? 25 : 0);
    }

    private static boolean containsAny(String lower, String[] words) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String lower(String names) {
        return names.toLowerCase(Locale.ROOT);
    }

    private static String[] words(String words) {
        return words.split(" ", -1);
    }
}
