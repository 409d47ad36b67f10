package io.parler.loadpost.extract;

import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Makes each post of a forum or of a page of questions and answers a section with its author as
/// the heading. What else is in the box of a post, such as when its author joined, is skipped.
final class ForumThread {
    private static final String ABOUT_THE_POST = "about the post";
    private static final Evaluator THREAD =
            Selector.evaluatorOf("[itemtype~=(?i)DiscussionForumPosting|QAPage]");

    /// Questions that the author of the page answers.
    private static final Evaluator FAQ = Selector.evaluatorOf("[itemtype~=(?i)FAQPage]");

    private static final Evaluator TEXT =
            Selector.evaluatorOf("[itemprop=text], [itemprop=articleBody]");
    private static final Evaluator AUTHOR =
            Selector.evaluatorOf(
                    "[itemprop~=(?i)author] [itemprop=name], .username, .author, .creator, .poster, .postauthor, [itemprop~=(?i)author],"
                            + " a[href~=/(?:u|users?|members?|profiles?)/]");

    /// Names and links that only the users of a forum have.
    private static final Evaluator USER =
            Selector.evaluatorOf(
                    ".username, .postauthor, .postprofile, a[href~=/(?:u|users?|members?|profiles?)/|(?:member|profile|user)\\.php]");

    private static final Pattern COMMENTS =
            Pattern.compile("comment|repl(?:y|ies)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAME = 40;
    private static final int MIN_POSTS = 2;
    private static final int MAX_POSTS = 500;
    private static final double MIN_SHARE = 0.6;
    private static final double MOST = 0.8;

    private final Element body;
    private final Prose prose;

    private record Post(Element box, Optional<Element> author, Element text) {}

    private ForumThread(Element body) {
        this.body = body;
        this.prose = new Prose(body);
    }

    static void mark(Element body) {
        if (body.selectFirst(AUTHOR) != null && page(body).selectFirst(FAQ) == null) {
            var thread = new ForumThread(body);
            List<Post> posts = thread.markedPosts();
            mark(posts.size() < MIN_POSTS ? thread.similarPosts() : posts);
        }
    }

    /// The whole page: its kind may be an attribute of `<html>`.
    private static Element page(Element body) {
        Document document = body.ownerDocument();
        return document == null ? body : document;
    }

    /// The posts that the page marks as such.
    private List<Post> markedPosts() {
        if (page(body).selectFirst(THREAD) == null) {
            return List.of();
        }
        List<Element> texts = body.select(TEXT);
        Map<Element, Integer> textsWithin = textsWithin(texts);
        var posts = new ArrayList<Post>();
        for (Element text : texts.subList(0, Math.min(texts.size(), MAX_POSTS))) {
            Element box = text;
            Element parent = text.parent();
            while (parent != null
                    && !Tags.is(parent, "body")
                    && textsWithin.getOrDefault(parent, 0) == 1) {
                box = parent;
                parent = parent.parent();
            }
            posts.add(new Post(box, author(box, text), text));
        }
        return posts;
    }

    /// How many of the texts each element contains or is.
    private static Map<Element, Integer> textsWithin(List<Element> texts) {
        var counts = new HashMap<Element, Integer>();
        for (Element text : texts) {
            for (Element around = text; around != null; around = around.parent()) {
                counts.merge(around, 1, Integer::sum);
            }
        }
        return counts;
    }

    /// Boxes side by side that have the same names and an author each, with most of the page's
    /// text: not comments below an article, nor teasers, which have linked titles.
    private List<Post> similarPosts() {
        Element element = DomWalk.nextElement(body, body);
        while (element != null) {
            List<Element> boxes = similarChildren(element);
            if (boxes.size() >= MIN_POSTS
                    && prose.of(element) > prose.of(body) * MIN_SHARE
                    && boxes.stream().allMatch(ForumThread::isPost)) {
                List<Post> posts = boxes.stream().map(this::post).toList();
                return posts.stream().allMatch(post -> post.author().isPresent())
                        ? posts
                        : List.of();
            }
            element = DomWalk.nextElement(element, body);
        }
        return List.of();
    }

    private List<Element> similarChildren(Element parent) {
        if (prose.of(parent) <= prose.of(body) * MIN_SHARE) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        for (Element child : parent.children()) {
            if (prose.of(child) > 0) {
                names = names.isEmpty() ? new HashSet<>(child.classNames()) : names;
                names.retainAll(child.classNames());
            }
        }
        Set<String> shared = names;
        return shared.isEmpty() || COMMENTS.matcher(String.join(" ", shared)).find()
                ? List.of()
                : parent.children().stream()
                        .filter(child -> child.classNames().containsAll(shared))
                        .limit(MAX_POSTS)
                        .toList();
    }

    private static boolean isPost(Element box) {
        return box.selectFirst(USER) != null
                && box.select("h1 a, h2 a, h3 a").stream()
                        .allMatch(link -> link.attr("href").contains("#"));
    }

    private Post post(Element box) {
        Element text = box;
        Optional<Element> main = main(text);
        while (main.isPresent()) {
            text = main.get();
            main = main(text);
        }
        return new Post(box, author(box, text), text);
    }

    /// The child with most of the element's text; empty if it is in several, or in the element.
    private Optional<Element> main(Element element) {
        int length = prose.of(element) > 0 ? prose.of(element) : PlainText.length(element);
        return element.children().stream()
                .filter(child -> !Tags.is(child, "p") && !Tags.isInline(child))
                .filter(
                        child ->
                                (prose.of(element) > 0 ? prose.of(child) : PlainText.length(child))
                                        > length * MOST)
                .findFirst();
    }

    /// The author's name above the text.
    private static Optional<Element> author(Element box, Element text) {
        for (Element author : box.select(AUTHOR)) {
            boolean name =
                    PlainText.hasText(author)
                            && PlainText.prefix(author, MAX_NAME).length() < MAX_NAME;
            if (name && !ContentGrowth.isWithin(author, text)) {
                return isBefore(author, text) ? Optional.of(author) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(Element first, Element second) {
        Element common = first.parent();
        Element branch = first;
        while (common != null && !ContentGrowth.isWithin(second, common)) {
            branch = common;
            common = common.parent();
        }
        if (common == null) {
            return false;
        }
        Element other = second;
        while (!common.equals(other.parent())) {
            Element parent = other.parent();
            if (parent == null) {
                return false;
            }
            other = parent;
        }
        return branch.elementSiblingIndex() < other.elementSiblingIndex();
    }

    private static void mark(List<Post> posts) {
        if (posts.size() >= MIN_POSTS) {
            posts.forEach(ForumThread::mark);
        }
    }

    /// Leaves nothing in the box but the author as a heading, the text, and what is skipped.
    private static void mark(Post post) {
        var section = new Element("section");
        if (post.box().equals(post.text())) {
            return;
        }
        post.author().ifPresent(author -> author.clearAttributes().tagName("h3"));
        flatten(post.box(), post, section);
        Element parent = post.box().parent();
        if (parent != null && (Tags.is(parent, "ol") || Tags.is(parent, "ul"))) {
            parent.tagName("div");
        }
        post.box().replaceWith(section);
    }

    private static void flatten(Element from, Post post, Element to) {
        for (Node node : List.copyOf(from.childNodes())) {
            boolean kept =
                    node.equals(post.text())
                            || post.author().filter(node::equals).isPresent()
                            || (node instanceof Element heading && isTitle(heading, post));
            if (kept) {
                to.appendChild(node);
            } else if (node instanceof Element element && holdsPart(element, post)) {
                flatten(element, post, to);
            } else {
                Surroundings.append(to, node, ABOUT_THE_POST);
            }
        }
    }

    /// Whether the element is a heading of the text: not the author's rank, nor a link to the post.
    private static boolean isTitle(Element element, Post post) {
        return Tags.isHeading(element)
                && !Tags.is(element, "h5")
                && !Tags.is(element, "h6")
                && element.selectFirst("a") == null
                && !holdsPart(element, post);
    }

    private static boolean holdsPart(Element element, Post post) {
        return ContentGrowth.isWithin(post.text(), element)
                || post.author()
                        .filter(author -> ContentGrowth.isWithin(author, element))
                        .isPresent();
    }
}
