package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.DataTables;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.NodeRemoval;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import io.parler.loadpost.dom.VideoEmbeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Takes out of the found article what stands in it and is not of it: forms, boxes to share and
/// subscribe, lists of links.
final class Trimmer {
    private static final int SHORT_BOX = 500;
    private static final int SHORT_NOTE = 40;
    private static final int MANY_COMMAS = 10;
    private static final double MOSTLY = 0.9;
    private static final Pattern ADVERTISEMENT =
            Pattern.compile(
                    "(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|广告|Реклама|Anuncio)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOADING =
            Pattern.compile(
                    "(loading|正在加载|Загрузка|chargement|cargando)(…|\\.\\.\\.)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private final Element article;
    private final Strictness strictness;
    private final DataTables dataTables;
    private final Set<String> present = new HashSet<>(Set.of("form", "fieldset"));

    Trimmer(Element article, Strictness strictness) {
        this.article = article;
        this.strictness = strictness;
        this.dataTables = new DataTables(article);
    }

    void run() {
        trim("form", "fieldset");
        dropBoxes();
        NodeRemoval.of(
                article.select("h1, h2").stream()
                        .filter(heading -> strictness.weight(heading) < 0)
                        .toList());
        trim("table", "ul", "div");
    }

    private void dropBoxes() {
        var doomed = new ArrayList<Element>();
        var element = DomWalk.nextElement(article, article);
        while (element != null) {
            if (isBox(element)) {
                doomed.add(element);
                element = DomWalk.elementAfter(element, article);
            } else {
                present.add(element.normalName());
                element = DomWalk.nextElement(element, article);
            }
        }
        NodeRemoval.of(doomed);
    }

    private boolean isBox(Element element) {
        return switch (element.normalName()) {
            case "footer", "link", "aside", "input", "textarea", "select", "button" -> true;
            case "object", "embed", "iframe" -> !VideoEmbeds.isVideo(element);
            default ->
                    !article.equals(element.parent())
                            && ClassNames.sharing(ClassNames.of(element))
                            && PlainText.start(element, SHORT_BOX).length() < SHORT_BOX;
        };
    }

    private void trim(String... tags) {
        for (var tag : tags) {
            if (strictness.trim() && present.contains(tag)) {
                trimmed(article, tag);
            }
        }
    }

    /// From the inside out, so that what is judged holds no more of what is foreign.
    private TextMetrics trimmed(Element element, String tag) {
        var measure = new TextMetrics();
        var doomed = new ArrayList<Element>();
        for (int i = 0; i < element.childNodeSize(); i++) {
            var child = element.childNode(i);
            if (child instanceof TextNode text) {
                measure.addText(text.getWholeText());
            } else if (child instanceof Element inner) {
                var within = trimmed(inner, tag);
                if (Tags.is(inner, tag) && isForeign(inner, within)) {
                    doomed.add(inner);
                } else {
                    measure.add(inner, within);
                }
            }
        }
        NodeRemoval.of(doomed);
        return measure;
    }

    private boolean isForeign(Element element, TextMetrics measure) {
        if (dataTables.within(element)
                || dataTables.around(element)
                || Tags.inside(element, "code")
                || Footnotes.isSection(element)) {
            return false;
        }
        int weight = strictness.weight(element);
        if (weight < 0) {
            return true;
        }
        if (measure.commas() >= MANY_COMMAS || measure.hasVideo()) {
            return false;
        }
        if (measure.length() < SHORT_NOTE) {
            var text = PlainText.of(element);
            if (ADVERTISEMENT.matcher(text).matches() || LOADING.matcher(text).matches()) {
                return true;
            }
        }
        boolean list = Tags.is(element, "ul") || Tags.is(element, "ol") || measure.lists() > MOSTLY;
        return looksForeign(element, measure, list, weight)
                && !(list && isGallery(element, measure));
    }

    private static boolean looksForeign(Element element, TextMetrics m, boolean list, int weight) {
        double links = m.links();
        boolean inFigure = Tags.inside(element, "figure");
        boolean fewParagraphsManyImages =
                !inFigure && m.images() > 1 && (double) m.paragraphs() / m.images() < 0.5;
        boolean looseItems = !list && m.items() - 100 > m.paragraphs();
        boolean form = m.inputs() > m.paragraphs() / 3;
        boolean tinyWithLinks =
                !list
                        && !inFigure
                        && m.length() < 25
                        && (m.images() == 0 || m.images() > 2)
                        && links > 0
                        && m.headings() < MOSTLY;
        boolean linkBox = (!list && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5);
        boolean onlyEmbeds = (m.embeds() == 1 && m.length() < 75) || m.embeds() > 1;
        return fewParagraphsManyImages
                || looseItems
                || form
                || tinyWithLinks
                || linkBox
                || onlyEmbeds
                || (m.images() == 0 && !m.holdsTextSomewhere());
    }

    private static boolean isGallery(Element element, TextMetrics measure) {
        return element.children().stream().allMatch(child -> child.childrenSize() <= 1)
                && measure.images() == measure.items();
    }
}
