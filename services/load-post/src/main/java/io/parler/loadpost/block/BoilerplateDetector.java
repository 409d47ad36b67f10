package io.parler.loadpost.block;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.Sentences;
import io.parler.loadpost.dom.TextMetricsIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Recognizes boilerplate boxes within an article by the class names of publishing systems and
/// their plugins. A page's author may use the same names: a box is boilerplate only if it is
/// small compared to the article.
final class BoilerplateDetector {
    private static final double MAX_SHARE = 0.25;
    private static final double MIN_LINK_SHARE = 0.9;

    private record Kind(String reason, String names, Pattern pattern) {}

    private static final Kind[] KINDS = {
        kind(
                "an invitation, not the article",
                "share|sharing|sharedaddy|social|social-links|addtoany\\w*|newsletter|subscribe|subscription"
                        + "|subscription-widget|subscribe-widget|signup|sign-up|cta|call-to-action|donate|donation|paywall"
                        + "|membership|follow-us|kg-signup-card|optin|opt-in|mailchimp|convertkit|wp-block-jetpack-subscriptions"),
        kind(
                "leads elsewhere",
                "related|relatedposts|jp-relatedposts|related-(?:posts?|articles?|stories|links|content)|recommended"
                        + "|recommendations|read-?more|read-next|readnext|also-?read|more-(?:stories|posts|articles|from)"
                        + "|see-also|you-may-also-like|trending|most-read|most-popular|popular-posts|recirc|recirculation"
                        + "|inline-related|outbrain|taboola|post-nav|post-navigation|nav-links|pagination|pagination-nav"
                        + "|pager|navigation|breadcrumbs?|skip-link|edit-this-page|kg-bookmark-card"),
        kind(
                "the table of contents",
                "toc|table-of-contents|tocbox|toc-container|ez-toc-container"),
        kind(
                "an advertisement",
                "promo|promotion|advert|advertisement|advertising|ad-container|ad-slot|ad-unit|ad-wrapper|adsbygoogle"
                        + "|sponsor|sponsored|sponsored-content|dfp-ad"),
        kind(
                "about the author",
                "author-bio|author-box|authorbox|author-card|author-info|author-description|author-profile|about-author"
                        + "|about-the-author|post-author-bio|bio-box|contributor-bio"),
        kind(
                MetadataLine.BYLINE_AGAIN,
                "byline|dateline|entry-meta|post-meta|postmeta|article-meta|post-info|post-date|entry-date|post-byline"
                        + "|article-byline|article-info|reading-time|read-time|post-details|timestamp|publish-date|pubdate"),
        kind(
                "tags",
                "tags|tag-list|taglist|tags-links|cat-links|post-tags|post-categories|entry-tags|topics-list"),
        kind("comments", "comments?|comment-list|comment-respond|comments-area|disqus"),
        kind(
                "not the article",
                "cookie-?(?:notice|banner|consent|bar)|gdpr|consent-banner|copyright|screen-reader-text|sr-only"
                        + "|visually-hidden|visuallyhidden|theme-doc-footer|print-only|wp-block-buttons?"),
        kind(
                "a credit",
                "credit|credits|photo-credit|image-credit|media-credit|img-credit|photo-by|attribution")
    };

    /// Whether one of the kinds matches. Most names are of none.
    private static final Pattern ANY_KIND =
            pattern(Arrays.stream(KINDS).map(Kind::names).collect(Collectors.joining("|")));

    private static final Pattern IDS =
            Pattern.compile(
                    "(?i)(share|social|newsletter|subscribe|related|recommended|comments?|disqus_thread"
                            + "|breadcrumbs?|toc|table-of-contents|pagination|jp-relatedposts|author-bio)"
                            + "([_-](box|links|posts|buttons|list|section|area|container|form))?");
    private static final Pattern ADMONITION =
            Pattern.compile("(?i)admonition|aside|note|tip|warning|callout|important|info");
    private static final int MAX_CAPTION = 600;
    private static final Pattern CAPTION =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:wp-caption-text|wp-element-caption|caption|(?:image|img|photo|media|figure|gallery"
                            + "|picture|article|post)[-_]?caption(?:[-_]text)?|caption-text)(?:$|\\s)");
    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/?#]*).*$");

    /// The kinds that a paragraph of sentences may be; other names there are the author's own.
    private static final Set<String> NAMES_A_PARAGRAPH =
            Set.of("a credit", "about the author", "not the article", MetadataLine.BYLINE_AGAIN);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final double MAX_GROUP_SHARE = 0.4;

    private final Element article;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();
    private final TextMetricsIndex measures;
    private final int length;

    BoilerplateDetector(Element article) {
        this.article = article;
        this.measures = TextMetricsIndex.under(article);
        this.length = measures.of(article).length();
    }

    /// Whether the element contains less than this share of the article's text.
    boolean isSmall(Element element, double share) {
        return measures.of(element).length() <= length * share;
    }

    /// Whether the element is a caption: many systems write one as a paragraph with a class name.
    boolean isCaption(Element element) {
        String names = ClassNames.withInherited(element);
        return !names.isEmpty()
                && names.toLowerCase(Locale.ROOT).contains("caption")
                && CAPTION.matcher(names).find()
                && measures.of(element).length() < MAX_CAPTION
                && isSmall(element, MAX_SHARE);
    }

    /// Why the element is boilerplate; empty if it is part of the article.
    Optional<String> skipReason(Element element) {
        String tag = element.normalName();
        if (tag.equals("nav")) {
            return Optional.of("navigation");
        }
        if ((tag.equals("ul") || tag.equals("ol")) && isListOfLinks(element)) {
            return Optional.of("a list of links");
        }
        return reason(element, tag)
                .filter(_ -> isSmall(element, MAX_SHARE) && isRare(element))
                .filter(_ -> tag.equals("footer") || !quotes(element));
    }

    private static boolean quotes(Element element) {
        return element.selectFirst("blockquote, pre") != null;
    }

    /// What an element beside the article is, by its tag and names; empty if they don't say.
    Optional<String> besideReason(Element element) {
        switch (element.normalName()) {
            case "nav" -> {
                return Optional.of("navigation");
            }
            case "footer" -> {
                return Optional.of("the page's footer");
            }
            case "form", "fieldset", "input", "select", "textarea", "button" -> {
                return Optional.of("a form");
            }
            default -> {}
        }
        String names = ClassNames.of(element);
        if (element.attr("role").equals("navigation")) {
            return Optional.of("navigation");
        }
        return names.isBlank()
                ? Optional.empty()
                : known.computeIfAbsent(names, BoilerplateDetector::kind);
    }

    /// Whether all elements with the same names are a small part of the article together. Names
    /// that every paragraph has say nothing.
    private boolean isRare(Element element) {
        String names = ClassNames.withInherited(element);
        if (names.isEmpty()) {
            return true;
        }
        if (groups.isEmpty()) {
            for (Element other : article.getAllElements()) {
                String same = ClassNames.withInherited(other);
                if (!same.isEmpty()) {
                    groups.merge(group(same), measures.of(other).length(), Integer::sum);
                }
            }
        }
        return groups.getOrDefault(group(names), 0) <= length * MAX_GROUP_SHARE;
    }

    private static String group(String names) {
        return DIGITS.matcher(names).replaceAll("");
    }

    private Optional<String> reason(Element element, String tag) {
        String names = ClassNames.withInherited(element);
        Optional<String> kind =
                names.isEmpty()
                        ? Optional.<String>empty()
                        : known.computeIfAbsent(names, BoilerplateDetector::kind);
        if (kind.isPresent()) {
            boolean text = Sentences.isParagraph(element) || Sentences.isListOfText(element);
            return text && !NAMES_A_PARAGRAPH.contains(kind.get()) ? Optional.empty() : kind;
        }
        boolean isBoilerplate =
                tag.equals("footer")
                        || (tag.equals("aside")
                                && !ADMONITION.matcher(names).find()
                                && !Sentences.isSetApart(element))
                        || IDS.matcher(element.id()).matches();
        return isBoilerplate ? Optional.of("beside the article") : Optional.empty();
    }

    private static Optional<String> kind(String names) {
        if (!ANY_KIND.matcher(names).find()) {
            return Optional.empty();
        }
        for (Kind kind : KINDS) {
            if (kind.pattern.matcher(names).find()) {
                return Optional.of(kind.reason);
            }
        }
        return Optional.empty();
    }

    /// Whether the list has only links within the page or the site: a table of contents, or other
    /// posts. A list of links to other sites is often what the article is about.
    private boolean isListOfLinks(Element list) {
        return measures.of(list).linkShare(1) > MIN_LINK_SHARE
                && list.getElementsByTag("a").stream().allMatch(BoilerplateDetector::staysOnSite);
    }

    private static boolean staysOnSite(Element link) {
        return link.attr("href").startsWith("#")
                || host(link.absUrl("href")).equals(host(link.baseUri()));
    }

    private static String host(String url) {
        return HOST.matcher(url).replaceFirst("$1");
    }

    private static Kind kind(String reason, String names) {
        return new Kind(reason, names, pattern(names));
    }

    private static Pattern pattern(String names) {
        return Pattern.compile(
                "(?:^|[\\s_]|(?<=[\\s_-]))(?:"
                        + names
                        + ")(?:$|[\\s_]|-(?!(?:padding|margin|para|paragraph|text|gap|spacing|color|top|bottom|embed|media)\\b))",
                Pattern.CASE_INSENSITIVE);
    }
}
