package io.parler.loadpost.block;

import io.parler.loadpost.dom.Tags;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// The numbers of a list's items, as the page counts them.
final class ListNumbers {
    private final boolean reversed;
    private int next;

    ListNumbers(Element list) {
        reversed = list.hasAttr("reversed");
        int first =
                reversed ? (int) list.children().stream().filter(e -> Tags.is(e, "li")).count() : 1;
        next = number(list.attr("start")).orElse(first);
    }

    /// The number of the next item, which may state its own.
    int next(Element item) {
        int number = number(item.attr("value")).orElse(next);
        next = number + (reversed ? -1 : 1);
        return number;
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
