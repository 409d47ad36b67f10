package io.parler.loadpost.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What the class names and ids that people give their page parts tell about them.
public final class ClassNames {
    private static final String[] UNLIKELY =
            words(
                    "-ad- ai2html banner breadcrumbs combx comment community cover-wrap disqus extra"
                            + " footer gdpr header legends menu related remark replies rss shoutbox"
                            + " sidebar skyscraper social sponsor supplemental ad-break agegate"
                            + " pagination pager popup yom-remote");
    private static final String[] MAYBE_AFTER_ALL =
            words("and article body column content main mathjax shadow");
    private static final String[] PRAISING =
            words(
                    "article body content entry hentry h-entry main page pagination post text blog"
                            + " story");
    private static final String[] DAMNING =
            words(
                    "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta"
                            + " outbrain promo related scroll share shoutbox sidebar skyscraper sponsor"
                            + " shopping tags widget");
    private static final String[] BYLINE = words("byline author dateline writtenby p-author");
    private static final Pattern SHARING =
            Pattern.compile("(\\b|_)(share|sharedaddy)(\\b|_)", Pattern.CASE_INSENSITIVE);

    private static final Pattern PORTRAIT =
            Pattern.compile("(?i)(?:author|contributor)[-_]?(?:bio|box|card|description|profile)");

    /// Services that bring readers' comments to a page.
    private static final String[] COMMENTING =
            words("giscus utterances disqus remark42 cusdis hyvor-talk commento isso-thread");

    /// At most so many characters of them tell something.
    private static final int LOOKED_AT = 400;

    private static final String AROUND = "data-around";

    private ClassNames() {}

    public static String of(Element element) {
        return start(element.className()) + " " + start(element.id());
    }

    /// Notes on an element what names one around it had that goes.
    public static void keep(Element gone, Element left) {
        var names = (gone.className() + " " + gone.attr(AROUND)).strip();
        if (!names.isEmpty()) {
            left.attr(AROUND, start(names));
        }
    }

    /// The element's class names, and those of what went from around it.
    public static String withAround(Element element) {
        return element.hasAttr(AROUND)
                ? start(element.className()) + " " + element.attr(AROUND)
                : start(element.className());
    }

    private static String start(String names) {
        return names.length() <= LOOKED_AT ? names : names.substring(0, LOOKED_AT);
    }

    public static boolean unlikely(String names) {
        var lower = lower(names);
        return lower.length() > 2
                && (holdsOne(lower, COMMENTING)
                        || (holdsOne(lower, UNLIKELY) && !holdsOne(lower, MAYBE_AFTER_ALL)));
    }

    public static boolean byline(String names) {
        return names.length() > 2 && holdsOne(lower(names), BYLINE);
    }

    public static boolean sharing(String names) {
        return names.length() > 2
                && lower(names).contains("share")
                && SHARING.matcher(names).find();
    }

    /// Whether what the names call the author is more than a name.
    public static boolean isPortrait(String names) {
        return PORTRAIT.matcher(names).find();
    }

    /// From -50 to 50: how much the names speak for the element.
    public static int weight(Element element) {
        return weight(start(element.className())) + weight(start(element.id()));
    }

    private static int weight(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        var lower = lower(name);
        boolean damned = holdsOne(lower, DAMNING) || (" " + lower + " ").contains(" hid ");
        return (holdsOne(lower, PRAISING) ? 25 : 0) - (damned ? 25 : 0);
    }

    private static boolean holdsOne(String lower, String[] words) {
        for (var word : words) {
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
