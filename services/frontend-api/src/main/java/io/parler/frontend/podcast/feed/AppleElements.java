package io.parler.frontend.podcast.feed;

import com.rometools.modules.itunes.AbstractITunesObject;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/// Brings what ROME's iTunes module writes to what Apple asks for today.
final class AppleElements {
    private static final Namespace APPLE =
            Namespace.getNamespace("itunes", AbstractITunesObject.URI);
    private static final Namespace DUBLIN_CORE =
            Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    private AppleElements() {}

    static void correct(Element rss) {
        List<Element> elements = new ArrayList<>();
        rss.getDescendants(Filters.element()).forEach(elements::add);
        for (Element element : elements) {
            if (element.getNamespace().equals(APPLE)) {
                correctOne(element);
            } else if (element.getNamespace().equals(DUBLIN_CORE)) {
                element.detach(); // the same as pubDate and language
            }
        }
    }

    private static void correctOne(Element element) {
        switch (element.getName()) {
            case "explicit" -> element.setText(element.getText().equals("yes") ? "true" : "false");
            case "duration" -> element.setText(Long.toString(seconds(element.getText())));
            // The owner of a show without an e-mail address, and keywords, which nobody reads now.
            case "owner", "keywords" -> detachEmpty(element);
            default -> {}
        }
    }

    private static void detachEmpty(Element element) {
        if (element.getValue().isBlank()) {
            element.detach();
        }
    }

    /// From hours, minutes and seconds to seconds, which Apple recommends.
    private static long seconds(String clock) {
        long seconds = 0;
        for (String part : clock.split(":", -1)) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return seconds;
    }
}
