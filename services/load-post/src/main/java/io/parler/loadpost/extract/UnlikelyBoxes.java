package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Sentences;
import io.parler.loadpost.dom.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Decides which elements are surely not part of the article by their names and roles: sidebars,
/// comments, banners. Boxes with the same names are judged together: if nearly all running text of
/// the page is in them, they are the article.
final class UnlikelyBoxes {
    /// A page with less running text elsewhere has no other article.
    private static final int MIN_ELSEWHERE = 200;

    private static final double MOST = 0.9;
    private static final Set<String> ROLES =
            Set.of(
                    "menu",
                    "menubar",
                    "complementary",
                    "navigation",
                    "alert",
                    "alertdialog",
                    "dialog");
    private static final Pattern COMMENTS =
            Pattern.compile("comment|repl(y|ies)|disqus|respon", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// Class names of a quoted post of a social network.
    private static final List<String> QUOTED_POST =
            List.of(
                    "twitter-tweet",
                    "twitter-video",
                    "instagram-media",
                    "tiktok-embed",
                    "reddit-card",
                    "reddit-embed-bq",
                    "bluesky-embed",
                    "mastodon-embed",
                    "fb-xfbml-parse-ignore");

    private final Prose prose;
    private final int all;
    private final Map<String, Boolean> unlikely = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();

    UnlikelyBoxes(Element body, Prose prose) {
        this.prose = prose;
        this.all = prose.of(body);
        Element element = DomWalk.nextElement(body, body);
        while (element != null) {
            if (isNamedUnlikely(element)) {
                groups.merge(group(element), prose.of(element), Integer::sum);
                element = DomWalk.elementAfter(element, body);
            } else {
                element = DomWalk.nextElement(element, body);
            }
        }
    }

    boolean contains(Element element) {
        return isNamedUnlikely(element) && !isArticle(element);
    }

    /// Whether the element contains more than half of the running text of the page.
    boolean isMost(Element element) {
        return prose.of(element) * 2 > all;
    }

    private boolean isArticle(Element element) {
        int own = groups.getOrDefault(group(element), 0);
        if (prose.of(element) == 0) {
            return false;
        }
        int elsewhere = all - own;
        boolean comments = COMMENTS.matcher(ClassNames.of(element)).find();
        return elsewhere < MIN_ELSEWHERE
                || (!comments && own > all * MOST)
                || (comments && continuesThread(element));
    }

    /// Whether the first post of a thread, which has no such name, shares another name with this
    /// one.
    private boolean continuesThread(Element element) {
        Element parent = element.parent();
        if (parent == null) {
            return false;
        }
        for (Element first : parent.children()) {
            if (prose.of(first) > 0) {
                return !isNamedUnlikely(first)
                        && Tags.is(first, element.normalName())
                        && first.classNames().stream().anyMatch(element.classNames()::contains);
            }
        }
        return false;
    }

    private boolean isNamedUnlikely(Element element) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("a") || tag.equals("html")) {
            return false;
        }
        String role = element.attr("role");
        if (ROLES.contains(role)) {
            boolean note = role.equals("alert") || role.equals("complementary");
            return !(note && ClassNames.isAdmonition(ClassNames.of(element)));
        }
        if (element.attributes().isEmpty()
                || Tags.isHeading(element)
                || !isUnlikely(ClassNames.of(element))) {
            return false;
        }
        return !Sentences.isPart(element)
                && !Sentences.isParagraph(element)
                && !HeadingBox.is(element)
                && !Tags.inside(element, "table")
                && !Tags.inside(element, "code")
                && !Tags.inside(element, "pre")
                && !containsEmbeddedPost(element);
    }

    /// Whether the element is or contains a post of a social network that the article quotes.
    static boolean containsEmbeddedPost(Element element) {
        for (Element inner = element; inner != null; inner = DomWalk.nextElement(inner, element)) {
            if (Tags.is(inner, "blockquote") && QUOTED_POST.stream().anyMatch(inner::hasClass)) {
                return true;
            }
        }
        return false;
    }

    /// Cached: the same names are on many elements of a page.
    private boolean isUnlikely(String names) {
        return unlikely.computeIfAbsent(names, ClassNames::isUnlikely);
    }

    private static String group(Element element) {
        return element.normalName() + " " + DIGITS.matcher(ClassNames.of(element)).replaceAll("");
    }
}
