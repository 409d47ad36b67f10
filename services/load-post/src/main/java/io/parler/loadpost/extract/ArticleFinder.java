package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds the part of a page that is the article, strictly first and then ever looser until enough
/// text is found.
///
/// The method is the well-known one of Mozilla's Readability: score running text, give the points
/// to what is around it, join neighbours, trim.
public final class ArticleFinder {
    private static final int ENOUGH = 500;

    private final String title;
    private final boolean wantsByline;

    public ArticleFinder(String title, boolean wantsByline) {
        this.title = title;
        this.wantsByline = wantsByline;
    }

    /// The element that holds the article.
    ///
    /// @param byline taken out of the text, where the page says its author nowhere else
    public record Found(Element content, Optional<String> byline, int length) {}

    /// Finds the article on a page; empty where there is no text.
    ///
    /// @param first the page's tree, for the first try, which uses it up
    /// @param again gives the tree anew for a further try
    public Optional<Found> find(Document first, Supplier<Document> again) {
        var page = first;
        var tries = new ArrayList<Found>();
        var strictness = Optional.of(Strictness.FULL);
        while (strictness.isPresent()) {
            var found = attempt(page, strictness.get());
            if (found.length() >= ENOUGH) {
                return Optional.of(found);
            }
            tries.add(found);
            strictness = strictness.get().looser();
            page = strictness.isPresent() ? again.get() : page;
        }
        return tries.stream()
                .max(Comparator.comparingInt(Found::length))
                .filter(found -> found.length() > 0);
    }

    private Found attempt(Document document, Strictness strictness) {
        LineBreakParagraphs.toParagraphs(document.body());
        var pruning = new Pruner(document, strictness, title, wantsByline);
        var scored = pruning.run();
        var scores = new ElementScores(strictness, document.body());
        scored.forEach(scores::add);
        var best = scores.best();
        var article =
                best == null ? wholeBody(document.body()) : SiblingJoiner.around(best, scores);
        article.setBaseUri(document.baseUri());
        new Trimmer(article, strictness).run();
        return new Found(article, pruning.byline(), PlainText.length(article));
    }

    private static Element wholeBody(Element body) {
        return new Element("div").appendChild(body.tagName("div"));
    }
}
