package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.DataTables;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import io.parler.loadpost.dom.VideoEmbeds;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Removes what is in the article's element but not part of the article: forms, boxes for sharing
/// and subscribing, lists of links.
final class Trimmer {
    private static final String BESIDE = "beside the article";
    private static final int MAX_BOX_LENGTH = 500;
    private static final int MAX_NOTE_LENGTH = 40;
    private static final int MIN_PROSE_COMMAS = 10;
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
        trim("table", "ul", "div");
    }

    private void dropBoxes() {
        var skipped = new LinkedHashMap<Element, String>();
        Element element = DomWalk.nextElement(article, article);
        while (element != null) {
            if (isBox(element)) {
                skipped.put(element, BESIDE);
                element = DomWalk.elementAfter(element, article);
            } else {
                present.add(element.normalName());
                element = DomWalk.nextElement(element, article);
            }
        }
        Skipped.replaceAll(skipped);
    }

    private boolean isBox(Element element) {
        return switch (element.normalName()) {
            case "footer", "link", "aside", "input", "textarea", "select", "button" -> true;
            case "object", "embed", "iframe" -> !VideoEmbeds.isVideo(element);
            default ->
                    !article.equals(element.parent())
                            && ClassNames.isSharing(ClassNames.of(element))
                            && PlainText.prefix(element, MAX_BOX_LENGTH).length() < MAX_BOX_LENGTH;
        };
    }

    private void trim(String... tags) {
        for (String tag : tags) {
            if (strictness.trim() && present.contains(tag)) {
                trimWithin(article, tag);
            }
        }
    }

    /// Works from the inside out: an element is judged without the boilerplate inside it.
    private TextMetrics trimWithin(Element element, String tag) {
        var measure = new TextMetrics();
        var skipped = new LinkedHashMap<Element, String>();
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                measure.addText(text.getWholeText());
            } else if (child instanceof Element inner) {
                TextMetrics within = trimWithin(inner, tag);
                if (Tags.is(inner, tag) && isBoilerplate(inner, within)) {
                    skipped.put(inner, BESIDE);
                } else {
                    measure.add(inner, within);
                }
            }
        }
        Skipped.replaceAll(skipped);
        return measure;
    }

    private boolean isBoilerplate(Element element, TextMetrics measure) {
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
        if (measure.commas() >= MIN_PROSE_COMMAS || measure.hasVideo()) {
            return false;
        }
        if (measure.length() < MAX_NOTE_LENGTH) {
            var text = PlainText.of(element);
            if (ADVERTISEMENT.matcher(text).matches() || LOADING.matcher(text).matches()) {
                return true;
            }
        }
        boolean list =
                Tags.is(element, "ul") || Tags.is(element, "ol") || measure.listShare() > MOSTLY;
        return looksLikeBoilerplate(element, measure, list, weight)
                && !(list && isGallery(element, measure));
    }

    private static boolean looksLikeBoilerplate(
            Element element, TextMetrics m, boolean list, int weight) {
        double links = m.linkShare();
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
                        && m.headingShare() < MOSTLY;
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
