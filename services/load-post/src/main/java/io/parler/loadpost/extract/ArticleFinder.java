package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the element of a page that is the article: strictly first, then less and less strictly
/// until enough text is found.
///
/// The method is that of Mozilla's Readability: score paragraphs, add the scores to their
/// ancestors, join siblings, remove boilerplate.
public final class ArticleFinder {
    private static final int MIN_LENGTH = 500;

    private final String title;
    private final boolean wantsByline;

    public ArticleFinder(String title, boolean wantsByline) {
        this.title = title;
        this.wantsByline = wantsByline;
    }

    /// The element that holds the article.
    ///
    /// @param byline removed from the text, if the page states its author nowhere else
    public record Found(Element content, Optional<String> byline, int length) {}

    /// Finds the article on a page; empty if there is no text.
    ///
    /// @param first the page's tree, which the first attempt changes
    /// @param again parses the tree again for another attempt
    public Optional<Found> find(Document first, Supplier<Document> again) {
        Document page = first;
        var attempts = new ArrayList<Found>();
        Optional<Strictness> strictness = Optional.of(Strictness.FULL);
        while (strictness.isPresent()) {
            Found found = attempt(page, strictness.get());
            if (found.length() >= MIN_LENGTH) {
                return Optional.of(found);
            }
            attempts.add(found);
            strictness = strictness.get().looser();
            page = strictness.isPresent() ? again.get() : page;
        }
        return attempts.stream()
                .max(Comparator.comparingInt(Found::length))
                .filter(found -> found.length() > 0);
    }

    private Found attempt(Document document, Strictness strictness) {
        LineBreakParagraphs.toParagraphs(document.body());
        var pruning = new Pruner(document, strictness, title, wantsByline);
        List<Element> scored = pruning.run();
        var scores = new ElementScores(strictness, document.body());
        scored.forEach(scores::add);
        Element best = scores.best();
        Element article =
                best == null ? wholeBody(document.body()) : SiblingJoiner.around(best, scores);
        article.setBaseUri(document.baseUri());
        new Trimmer(article, strictness).run();
        return new Found(article, pruning.byline(), PlainText.length(article));
    }

    private static Element wholeBody(Element body) {
        return new Element("div").appendChild(body.tagName("div"));
    }
}
