package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.NodeRemoval;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Sentences;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import io.parler.loadpost.page.BylineParser;
import io.parler.loadpost.page.PageTree;
import io.parler.loadpost.page.PersonName;
import io.parler.loadpost.page.WordOverlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// The first pass over a page: removes what is hidden or surely no article, turns loose text into
/// paragraphs, and collects the elements to score.
final class Pruner {
    private static final Set<String> SCORED =
            Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");
    private static final Set<String> DROPPED_IF_EMPTY =
            Set.of("div", "section", "header", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern HEADER =
            Pattern.compile("(?i)(?:post|entry|article|story|page|content)[\\w-]*header");
    private static final int MAX_BYLINE = 100;
    private static final int MAX_TITLE = 1000;
    private static final int MIN_TITLE_START = 12;

    private final Document document;
    private final Strictness strictness;
    private final WordOverlap title;
    private final String wholeTitle;
    private final boolean wantsByline;
    private final UnlikelyBoxes unlikely;
    private final List<Element> scored = new ArrayList<>();
    private Optional<String> byline = Optional.empty();
    private final Map<String, Boolean> cookieNotices = new HashMap<>();
    private final Map<String, Optional<String>> hiddenNames = new HashMap<>();
    private boolean titleSeen;
    private Optional<Element> titleParent = Optional.empty();

    /// @param wantsByline whether the author is still unknown; a byline that is found is then
    ///     removed
    Pruner(
            Document document,
            Prose prose,
            Strictness strictness,
            String title,
            boolean wantsByline) {
        this.unlikely = new UnlikelyBoxes(document.body(), prose);
        this.document = document;
        this.strictness = strictness;
        this.title = new WordOverlap(title);
        this.wholeTitle = title;
        this.wantsByline = wantsByline;
    }

    List<Element> run() {
        var skipped = new LinkedHashMap<Element, String>();
        var empty = new ArrayList<Element>();
        Element root = document.firstElementChild();
        Element element = root;
        while (element != null && root != null) {
            Optional<String> reason = skipReason(element);
            if (reason.isPresent()) {
                skipped.put(element, reason.get());
                element = DomWalk.elementAfter(element, root);
            } else if (DROPPED_IF_EMPTY.contains(element.normalName()) && isEmpty(element)) {
                empty.add(element);
                element = DomWalk.elementAfter(element, root);
            } else {
                element = DomWalk.nextElement(scored(element), root);
            }
        }
        NodeRemoval.removeAll(empty);
        Skipped.replaceAll(skipped);
        return scored;
    }

    Optional<String> byline() {
        return byline;
    }

    /// Cached: the same names are on many elements of a page.
    private Optional<String> hiddenReason(Element element) {
        return element.attributes().isEmpty()
                ? Optional.empty()
                : PageTree.hiddenByAttribute(element)
                        .or(
                                () ->
                                        hiddenNames.computeIfAbsent(
                                                element.className(), PageTree::hiddenByName));
    }

    /// The element around the heading that repeats the title.
    Optional<Element> titleParent() {
        return titleParent;
    }

    private Optional<String> skipReason(Element element) {
        var names = ClassNames.of(element);
        String role = element.attr("role");
        Optional<String> hidden = hiddenReason(element);
        if (hidden.isPresent() && !unlikely.isMost(element)) {
            return hidden;
        }
        if (cookieNotices.computeIfAbsent(names, ClassNames::isCookieNotice)
                && !Tags.is(element, "body")
                && !unlikely.isMost(element)) {
            return Optional.of("a cookie notice");
        }
        if (role.equals("dialog") && element.attr("aria-modal").equals("true")) {
            return Optional.of("a dialog");
        }
        if (isByline(element, names)) {
            return Optional.of("the byline again");
        }
        if (repeatsTitle(element)) {
            return Optional.of("the title, said at the start");
        }
        if (strictness.dropUnlikely() && unlikely.contains(element)) {
            findByline(element, names);
            return Optional.of(Surroundings.BESIDE);
        }
        return Optional.empty();
    }

    private boolean isByline(Element element, String names) {
        if (!wantsByline
                || byline.isPresent()
                || Tags.isHeading(element)
                || ClassNames.isAuthorBio(names)
                || ClassNames.isComment(names)) {
            return false;
        }
        boolean marked =
                element.attr("rel").equals("author") || element.attr("itemprop").contains("author");
        if (!marked && !(ClassNames.isByline(names) && isBylineText(element))) {
            return false;
        }
        String text = PlainText.prefix(element, MAX_BYLINE);
        if (text.isEmpty() || text.length() >= MAX_BYLINE) {
            return false;
        }
        Element named = element.selectFirst("[itemprop~=name], .author");
        if (named == null && element.childrenSize() > 0 && !PersonName.isOneOrMore(text)) {
            Optional<String> person = PersonName.in(element);
            if (person.isPresent()) {
                byline = person;
                return true;
            }
        }
        if (named == null
                && (BylineParser.author(text).isEmpty() || Tags.containsBlocks(element))) {
            named = element.selectFirst(".author-name, a[rel=author], a[href*=/author/]");
        }
        byline = Optional.of(named == null ? text : PlainText.of(named));
        return true;
    }

    /// Whether an element with the name of a byline isn't a text of the author's with such a name.
    private static boolean isBylineText(Element element) {
        boolean text =
                Sentences.isPart(element)
                        || Sentences.isParagraph(element)
                        || Tags.is(element, "ul")
                        || Tags.is(element, "ol");
        boolean oneOfMany = Tags.is(element, "li") && element.siblingElements().size() > 1;
        return !oneOfMany && (!text || PersonName.in(element).isPresent());
    }

    /// Finds the author in a header that is not part of the article.
    private void findByline(Element box, String names) {
        if (!wantsByline || byline.isPresent() || !HEADER.matcher(names).find()) {
            return;
        }
        Element author = box.selectFirst("a[rel=author], [itemprop~=author], .byline, .author");
        if (author != null) {
            isByline(author, ClassNames.of(author));
        }
    }

    private boolean repeatsTitle(Element element) {
        if (titleSeen || !(Tags.is(element, "h1") || Tags.is(element, "h2"))) {
            return false;
        }
        String text = PlainText.prefix(element, MAX_TITLE);
        titleSeen = title.similarity(text) > 0.75 || startsTitle(text);
        titleParent = titleSeen ? Optional.ofNullable(element.parent()) : Optional.empty();
        return titleSeen;
    }

    /// Whether the title is this heading with the site's name. Languages without spaces between
    /// words can't be compared word by word.
    private boolean startsTitle(String heading) {
        return heading.length() >= MIN_TITLE_START && wholeTitle.startsWith(heading);
    }

    private static boolean isEmpty(Element element) {
        if (PlainText.hasText(element)) {
            return false;
        }
        int fillers = element.getElementsByTag("br").size() + element.getElementsByTag("hr").size();
        return element.childrenSize() == 0 || element.childrenSize() == fillers;
    }

    /// Collects the element for scoring, and returns the element that replaces it.
    private Element scored(Element element) {
        if (SCORED.contains(element.normalName())) {
            scored.add(element);
        }
        if (!Tags.is(element, "div")) {
            return element;
        }
        gatherLooseText(element);
        Element only = onlyParagraph(element);
        if (only != null
                && TextMetrics.linkShareOf(element) < 0.25
                && !Footnotes.isSection(element)) {
            ClassNames.inheritNames(element, only);
            if (!only.hasAttr("lang") && element.hasAttr("lang")) {
                only.attr("lang", element.attr("lang"));
            }
            element.replaceWith(only);
            scored.add(only);
            return only;
        }
        if (!Tags.containsBlocks(element)) {
            element.tagName("p");
            scored.add(element);
        }
        return element;
    }

    private static void gatherLooseText(Element div) {
        if (div.childNodes().stream().allMatch(Tags::isPhrasing)
                && div.childNodes().stream().noneMatch(n -> Tags.is(n, "img"))) {
            return; // becomes one paragraph
        }
        Element paragraph = null;
        Node child = div.firstChild();
        while (child != null) {
            Node next = child.nextSibling();
            if (Tags.isPhrasing(child)) {
                if (paragraph != null) {
                    paragraph.appendChild(child);
                } else if (!Tags.isBlankOrBreak(child)) {
                    paragraph = new Element("p");
                    child.replaceWith(paragraph);
                    paragraph.appendChild(child);
                }
            } else if (paragraph != null) {
                trimEnd(paragraph);
                paragraph = null;
            }
            child = next;
        }
    }

    private static void trimEnd(Element paragraph) {
        Node last = paragraph.lastChild();
        while (last != null && Tags.isBlankOrBreak(last)) {
            last.remove();
            last = paragraph.lastChild();
        }
    }

    private static @Nullable Element onlyParagraph(Element element) {
        if (element.childrenSize() != 1 || !Tags.is(element.child(0), "p")) {
            return null;
        }
        boolean otherText =
                element.childNodes().stream()
                        .anyMatch(n -> !(n instanceof Element) && !PlainText.isBlank(n));
        return otherText ? null : element.child(0);
    }
}
