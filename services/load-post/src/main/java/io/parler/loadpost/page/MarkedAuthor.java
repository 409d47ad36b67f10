package io.parler.loadpost.page;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Sentences;
import io.parler.loadpost.dom.Tags;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
        Selector.evaluatorOf(
                ".p-author, .h-card .p-name, .author.vcard .fn, .author-name, .autor, .auteur, .autore")
    };

    /// Weaker marks, which count only on a text in the form of a name.
    private static final Evaluator[] WEAK_MARKS = {
        Selector.evaluatorOf(
                "[class~=(?i)(?:^|[\\s_-])(?:author|byline|writer|reporter|contributor)s?(?:$|[\\s_-])]"
                        + ", #author, [data-testid~=(?i)author|byline], [data-hook=user-name], [class~=(?i)personname]"),
        Selector.evaluatorOf(
                "a[href~=(?i)/(?:authors?|writers?|by|profiles?|people|staff|team|contributors?|autor(?:es)?|auteurs?|autori)/[^/]+/?$]"),
        Selector.evaluatorOf("article address, main address")
    };
    private static final Pattern HOST =
            Pattern.compile("^https?://(?:www\\.)?([^/:?#]*).*$", Pattern.DOTALL);
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?i)comment|repl(?:y|ies)|related|recommend|sidebar|widget|card__|teaser|footer");
    private static final int MAX_NAME = 80;
    private static final int MAX_BYLINE = 200;

    private MarkedAuthor() {}

    /// Empty if several people are marked, as on a page with other posts.
    public static Optional<String> of(Document document) {
        return first(document, MARKS, MarkedAuthor::name)
                .or(() -> first(document, WEAK_MARKS, MarkedAuthor::person));
    }

    private static Optional<String> first(
            Document document, Evaluator[] marks, Function<Element, Optional<String>> name) {
        for (Evaluator mark : marks) {
            Set<String> names = new LinkedHashSet<>();
            for (Element element : document.body().select(mark)) {
                name.apply(element).flatMap(BylineParser::author).ifPresent(names::add);
            }
            if (!names.isEmpty()) {
                return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Whether the element is in a box of comments, in another post or the like.
    private static boolean isElsewhere(Element element) {
        for (Element around = element;
                around != null && !Tags.is(around, "body");
                around = around.parent()) {
            if (ELSEWHERE.matcher(ClassNames.of(around)).find()
                    || (Tags.is(around, "article") && around.selectFirst("h1") == null)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> person(Element element) {
        return PlainText.prefix(element, MAX_BYLINE).length() < MAX_BYLINE
                        && !isElsewhere(element)
                        && !(Tags.is(element, "a") && isOfText(element))
                ? PersonName.in(element)
                : Optional.empty();
    }

    /// Whether a link is part of running text, or leads to another site.
    private static boolean isOfText(Element link) {
        return Sentences.isPart(link)
                || Tags.inside(link, "p")
                || !host(link.absUrl("href")).equals(host(link.baseUri()));
    }

    private static String host(String url) {
        return HOST.matcher(url).replaceFirst("$1");
    }

    private static Optional<String> name(Element element) {
        if (!element.select("[itemprop=name]").isEmpty() && !element.is("[itemprop=name]")) {
            return Optional.empty(); // the element in it is found, too
        }
        String text = element.is("meta") ? element.attr("content") : element.text();
        return Optional.of(text.strip())
                .filter(name -> !name.isEmpty() && name.length() < MAX_NAME);
    }
}
