package io.parler.loadpost.page;

import io.parler.loadpost.dom.PlainText;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// The author that a page marks as such anywhere in its text: for pages that state the author
/// neither in their metadata nor in a byline.
public final class MarkedAuthor {
    private static final Evaluator[] MARKS = {
        Selector.evaluatorOf(
                "[itemprop~=(?i)\\bauthor\\b] [itemprop=name], [itemprop~=(?i)\\bauthor\\b]"),
        Selector.evaluatorOf("a[rel~=(?i)\\bauthor\\b]"),
        Selector.evaluatorOf(".p-author, .h-card .p-name, .author.vcard .fn, .author-name")
    };
    private static final int MAX_NAME = 80;

    private MarkedAuthor() {}

    /// Empty if several people are marked, as on a page with other posts.
    public static Optional<String> of(Document document) {
        for (Evaluator mark : MARKS) {
            Set<String> names = new LinkedHashSet<>();
            for (Element element : document.body().select(mark)) {
                name(element).flatMap(BylineParser::author).ifPresent(names::add);
            }
            if (!names.isEmpty()) {
                return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(Element element) {
        if (!element.select("[itemprop=name]").isEmpty() && !element.is("[itemprop=name]")) {
            return Optional.empty(); // the element in it is found, too
        }
        String text = element.is("meta") ? element.attr("content") : PlainText.of(element);
        return Optional.of(text.strip())
                .filter(name -> !name.isEmpty() && name.length() < MAX_NAME);
    }
}
