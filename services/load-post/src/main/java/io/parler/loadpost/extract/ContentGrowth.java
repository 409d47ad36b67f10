package io.parler.loadpost.extract;

import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Widens the article from its best section to the ancestor that contains all of its sections: many
/// publishing systems wrap each section, or each paragraph, in boxes of its own.
final class ContentGrowth {
    private static final int MIN_SECTION = 60;
    private static final Set<String> SECTION_TAGS = Set.of("div", "section", "details", "p", "dl");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SECTION =
            Pattern.compile("(?i)(?:sect(?:ion)?|chapter|part)[-_]?[0-9]?");
    private static final Evaluator AUTHOR =
            Selector.evaluatorOf("[class~=(?i)author|byline|\\bbio]");

    private final Prose prose;
    private final List<Element> joined;
    private boolean hasLead;

    /// @param joined the siblings of the best element that belong to it already
    ContentGrowth(Prose prose, List<Element> joined) {
        this.prose = prose;
        this.joined = joined;
    }

    /// The outermost ancestor that has sections like the one with the best text; the best element
    /// itself if there is none.
    Element around(Element best, Optional<Element> title) {
        Optional<Element> outside = title.filter(heading -> !isWithin(heading, best));
        Element content = best;
        Element branch = best;
        for (Element parent = best.parent();
                parent != null && !Tags.is(parent, "html");
                branch = parent, parent = parent.parent()) {
            Element holder = parent;
            Optional<Element> reached = outside.filter(heading -> isWithin(heading, holder));
            if (reached.isPresent()) {
                outside = Optional.empty();
            }
            if (hasMoreSections(parent, branch)) {
                content = parent;
                hasLead |=
                        reached.isPresent() && lead(parent, branch, reached.get()) >= MIN_SECTION;
            } else if (reached.isPresent() && joinLead(parent, branch, content, reached.get())) {
                content = parent;
                hasLead = true;
            }
        }
        return content;
    }

    /// Whether an introduction was joined, which may be short.
    boolean hasLead() {
        return hasLead;
    }

    static boolean isWithin(Element inner, Element outer) {
        for (Element element = inner; element != null; element = element.parent()) {
            if (element.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// Joins the introduction between the title and the text, which some pages have in a box of
    /// its own with the title. What is beside them is skipped.
    private boolean joinLead(Element parent, Element branch, Element content, Element title) {
        int lead = lead(parent, branch, title);
        if (lead < MIN_SECTION || lead > prose.of(branch)) {
            return false;
        }
        List<Element> children = List.copyOf(parent.children());
        int text = children.indexOf(branch);
        int first = start(children, text, title);
        var beside = new LinkedHashMap<Element, String>();
        for (int i = 0; i < children.size(); i++) {
            if ((i < first || i > text) && !joined.contains(children.get(i))) {
                beside.put(children.get(i), Surroundings.BESIDE);
            }
        }
        besideWithin(branch, content, beside);
        Skipped.replaceAll(beside);
        return true;
    }

    /// The length of the running text between the title and the branch.
    private int lead(Element parent, Element branch, Element title) {
        List<Element> children = parent.children();
        int text = children.indexOf(branch);
        return children.subList(start(children, text, title), text).stream()
                .filter(child -> !joined.contains(child))
                .mapToInt(this::leadIn)
                .sum();
    }

    /// The child that contains the title, or else the text itself: the title is a child of the
    /// parent.
    private static int start(List<Element> children, int text, Element title) {
        for (int i = text; i >= 0; i--) {
            if (isWithin(title, children.get(i))) {
                return i;
            }
        }
        return text;
    }

    /// Marks what is around the text within its branch.
    private void besideWithin(Element branch, Element content, Map<Element, String> beside) {
        Element inner = content;
        while (!inner.equals(branch)) {
            Element parent = inner.parent();
            if (parent == null) {
                return;
            }
            for (Element child : parent.children()) {
                if (!child.equals(inner) && !joined.contains(child)) {
                    beside.put(child, Surroundings.BESIDE);
                }
            }
            inner = parent;
        }
    }

    /// The running text of an introduction, without that about its author.
    private int leadIn(Element element) {
        int author = 0;
        for (Element inner : element.select(AUTHOR)) {
            author = Math.max(author, prose.of(inner));
        }
        return prose.of(element) - author;
    }

    private boolean hasMoreSections(Element parent, Element branch) {
        if (prose.of(parent) == prose.of(branch) || !SECTION_TAGS.contains(branch.normalName())) {
            return false;
        }
        int more = 0;
        for (Element sibling : parent.children()) {
            if (!sibling.equals(branch)
                    && Tags.is(sibling, branch.normalName())
                    && (isLike(sibling, branch) || isSection(sibling))) {
                more += prose.of(sibling);
            }
        }
        return more >= MIN_SECTION;
    }

    /// Whether the box is a section by its name, and begins with its heading.
    private static boolean isSection(Element element) {
        Element first = element.firstElementChild();
        return first != null
                && Tags.isHeading(first)
                && SECTION.matcher(element.className()).matches();
    }

    /// Whether two boxes have the same names, apart from their numbers.
    private static boolean isLike(Element first, Element second) {
        return shape(first.className()).equals(shape(second.className()))
                && (!first.className().isEmpty() || shape(first.id()).equals(shape(second.id())));
    }

    private static String shape(String names) {
        return DIGITS.matcher(names).replaceAll("").strip();
    }
}
