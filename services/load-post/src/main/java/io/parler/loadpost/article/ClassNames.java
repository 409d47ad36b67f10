package io.parler.loadpost.article;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What the class names and ids that people give their page parts tell about them.
final class ClassNames {
    private static final Pattern UNLIKELY =
            ignoringCase(
                    "-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer"
                            + "|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar"
                            + "|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager"
                            + "|popup|yom-remote");
    private static final Pattern MAYBE_AFTER_ALL =
            ignoringCase("and|article|body|column|content|main|mathjax|shadow");
    private static final Pattern PRAISING =
            ignoringCase(
                    "article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story");
    private static final Pattern DAMNING =
            ignoringCase(
                    "-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr"
                            + "|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar"
                            + "|skyscraper|sponsor|shopping|tags|widget");
    private static final Pattern BYLINE = ignoringCase("byline|author|dateline|writtenby|p-author");
    private static final Pattern SHARING = ignoringCase("(\\b|_)(share|sharedaddy)(\\b|_)");

    /// Services that bring readers' comments to a page.
    private static final Pattern COMMENTING =
            ignoringCase(
                    "giscus|utterances|disqus|remark42|cusdis|hyvor-talk|commento|isso-thread");

    private ClassNames() {}

    static String of(Element element) {
        return element.className() + " " + element.id();
    }

    static boolean unlikely(String names) {
        return names.length() > 2
                && UNLIKELY.matcher(names).find()
                && !MAYBE_AFTER_ALL.matcher(names).find();
    }

    static boolean byline(String names) {
        return names.length() > 2 && BYLINE.matcher(names).find();
    }

    static boolean sharing(String names) {
        return names.length() > 2 && SHARING.matcher(names).find();
    }

    static boolean commenting(String names) {
        return names.length() > 2 && COMMENTING.matcher(names).find();
    }

    /// From -50 to 50: how much the names speak for the element.
    static int weight(Element element) {
        return weight(element.className()) + weight(element.id());
    }

    private static int weight(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        return (PRAISING.matcher(name).find() ? 25 : 0) - (DAMNING.matcher(name).find() ? 25 : 0);
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
