package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Finds the element of a page that is the article: strictly first, then less and less strictly
/// until enough text is found.
///
/// The method is that of Mozilla's Readability: score paragraphs, add the scores to their
/// ancestors, join siblings, remove boilerplate.
public final class ArticleFinder {
    private static final int MIN_TITLED = 20;
    private static final int MIN_MARKED = 60;
    private static final int MIN_ALONE = 300;
    private static final double MIN_GAIN = 1.15;
    private static final Evaluator ARTICLE_BODY =
            Selector.evaluatorOf("[itemprop~=(?i)\\barticleBody\\b]");

    private final String title;
    private final boolean wantsByline;

    public ArticleFinder(String title, boolean wantsByline) {
        this.title = title;
        this.wantsByline = wantsByline;
    }

    /// The element that holds the article.
    ///
    /// @param byline removed from the text, if the page states its author nowhere else
    public record Found(Element content, Optional<String> byline) {}

    /// What may be the article, strictly chosen first. Each attempt takes as long as parsing the
    /// page, and most pages need only the first.
    ///
    /// @param first the page's tree, which the first attempt changes
    /// @param again parses the tree again for another attempt
    public Iterator<Found> attempts(Document first, Supplier<Document> again) {
        return new Iterator<>() {
            private Optional<Strictness> next = Optional.of(Strictness.FULL);

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Found next() {
                Strictness strictness = next.orElseThrow();
                next = strictness.looser();
                return attempt(
                        strictness.equals(Strictness.FULL) ? first : again.get(), strictness);
            }
        };
    }

    private Found attempt(Document document, Strictness strictness) {
        ForumThread.mark(document.body());
        LineBreakParagraphs.toParagraphs(document.body());
        var pruning =
                new Pruner(document, new Prose(document.body()), strictness, title, wantsByline);
        List<Element> scored = pruning.run();
        var scores = new ElementScores(strictness, document.body());
        scored.forEach(scores::add);
        Element best = scores.best();
        Element body = document.body();
        Element content;
        if (best == null) {
            Element article = wholeBody(body);
            article.setBaseUri(document.baseUri());
            new Trimmer(article, strictness).run();
            content = article;
        } else {
            content = article(body, best, pruning.titleParent(), scores, strictness);
        }
        Subtitle.restore(content);
        return new Found(content, pruning.byline());
    }

    private static Element article(
            Element body,
            Element scored,
            Optional<Element> title,
            ElementScores scores,
            Strictness strictness) {
        Prose prose = new Prose(body);
        Optional<Element> only = onlyMarked(body);
        Element best = markedArticle(only, scored, title, prose).orElse(scored);
        List<Element> siblings = SiblingJoiner.joined(best, scores);
        var growth = new ContentGrowth(prose, siblings);
        Element grown = growth.around(best, title);
        int joined = siblings.stream().mapToInt(prose::of).sum();
        boolean grows = growth.hasLead() || prose.of(grown) >= joined * MIN_GAIN;
        Optional<Element> alone =
                only.filter(element -> ContentGrowth.isWithin(best, element))
                        .filter(element -> prose.of(element) >= MIN_ALONE)
                        .filter(
                                element ->
                                        grows
                                                ? !growth.hasLead()
                                                        && ContentGrowth.isWithin(element, grown)
                                                : siblings.getFirst().equals(element));
        if (alone.isPresent()) {
            return alone(alone.get(), body, strictness);
        }
        Element parent = best.parent();
        Surroundings surroundings = Surroundings.of(grows || parent == null ? grown : parent);
        Element article =
                grows
                        ? Tags.is(grown, "body")
                                ? wholeBody(grown)
                                : new Element("div").appendChild(grown)
                        : SiblingJoiner.around(best, siblings);
        article.setBaseUri(body.baseUri());
        new Trimmer(article, strictness).run();
        Element page = surroundings.around(article);
        page.setBaseUri(body.baseUri());
        return page;
    }

    /// The element that the page marks as the article, if the best text is elsewhere: a short post
    /// beside a long notice.
    private static Optional<Element> markedArticle(
            Optional<Element> only, Element best, Optional<Element> title, Prose prose) {
        if (only.isEmpty()) {
            return Optional.empty();
        }
        Element element = only.get();
        boolean titled =
                title.filter(parent -> ContentGrowth.isWithin(parent, element)).isPresent()
                        && PlainText.prefix(element, MIN_TITLED).length() >= MIN_TITLED;
        return Optional.of(element)
                .filter(_ -> titled || prose.of(element) >= MIN_MARKED)
                .filter(_ -> !ContentGrowth.isWithin(best, element))
                .filter(_ -> !ContentGrowth.isWithin(element, best));
    }

    /// The only element that the page marks as the article or its text.
    private static Optional<Element> onlyMarked(Element body) {
        List<Element> marked = body.select(ARTICLE_BODY);
        if (marked.size() != 1) {
            marked = body.getElementsByTag("article");
        }
        return marked.size() == 1 ? Optional.of(marked.getFirst()) : Optional.empty();
    }

    private static Element alone(Element marked, Element body, Strictness strictness) {
        Surroundings surroundings = Surroundings.of(marked);
        Element article = new Element("div").appendChild(marked);
        article.setBaseUri(body.baseUri());
        new Trimmer(article, strictness).run();
        Element page = surroundings.around(article);
        page.setBaseUri(body.baseUri());
        return page;
    }

    private static Element wholeBody(Element body) {
        return new Element("div").appendChild(body.tagName("div"));
    }
}
