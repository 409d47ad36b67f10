package io.parler.loadpost.article;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Takes out of the found article what stands in it and is not of it: forms, boxes to share and
/// subscribe, lists of links.
final class Trimming {
    private static final int SHORT_BOX = 500;
    private static final Pattern VIDEO =
            Pattern.compile(
                    "//(www\\.)?((dailymotion|youtube|youtube-nocookie|player\\.vimeo|v\\.qq|bilibili"
                            + "|live\\.bilibili)\\.com|(archive|upload\\.wikimedia)\\.org|player\\.twitch\\.tv)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ADVERTISEMENT =
            Pattern.compile(
                    "(ad(vertising|vertisement)?|pub(licité)?|werb(ung)?|广告|Реклама|Anuncio)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LOADING =
            Pattern.compile(
                    "(loading|正在加载|Загрузка|chargement|cargando)(…|\\.\\.\\.)?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> TEXT_HOLDERS =
            Set.of(
                    "span",
                    "li",
                    "td",
                    "blockquote",
                    "dl",
                    "div",
                    "img",
                    "ol",
                    "p",
                    "pre",
                    "table",
                    "ul");

    private final Element article;
    private final Strictness strictness;
    private final DataTables dataTables;

    Trimming(Element article, Strictness strictness) {
        this.article = article;
        this.strictness = strictness;
        this.dataTables = new DataTables(article);
    }

    void run() {
        trim("form", "fieldset");
        dropAll("object", "embed", "footer", "link", "aside");
        dropSharing();
        dropAll("iframe", "input", "textarea", "select", "button");
        for (var heading : List.copyOf(article.select("h1, h2"))) {
            if (strictness.weight(heading) < 0) {
                heading.remove();
            }
        }
        trim("table", "ul", "div");
    }

    private void dropAll(String... tags) {
        for (var element : List.copyOf(article.select(String.join(",", tags)))) {
            if (!isVideo(element)) {
                element.remove();
            }
        }
    }

    private void dropSharing() {
        for (var element : List.copyOf(article.getAllElements())) {
            if (element.parent() != null
                    && !article.equals(element.parent())
                    && !element.equals(article)
                    && ClassNames.sharing(ClassNames.of(element))
                    && PlainText.length(element) < SHORT_BOX) {
                element.remove();
            }
        }
    }

    static boolean isVideo(Element element) {
        return switch (element.normalName()) {
            case "iframe", "embed", "object" ->
                    element.attributes().asList().stream()
                                    .anyMatch(a -> VIDEO.matcher(a.getValue()).find())
                            || (Tags.is(element, "object") && VIDEO.matcher(element.html()).find());
            default -> false;
        };
    }

    private void trim(String... tags) {
        if (!strictness.trim()) {
            return;
        }
        for (var tag : tags) {
            for (var element : List.copyOf(article.getElementsByTag(tag)).reversed()) {
                if (element.parent() != null && isForeign(element)) {
                    element.remove();
                }
            }
        }
    }

    private boolean isForeign(Element element) {
        if (dataTables.within(element)
                || dataTables.around(element)
                || Tags.inside(element, "code")) {
            return false;
        }
        int weight = strictness.weight(element);
        if (weight < 0) {
            return true;
        }
        var text = PlainText.of(element);
        if (Scores.commas(text) >= 10) {
            return false;
        }
        var counts = new Counts(element);
        if (counts.video) {
            return false;
        }
        if (ADVERTISEMENT.matcher(text).matches() || LOADING.matcher(text).matches()) {
            return true;
        }
        boolean list = isList(element, text.length());
        return looksForeign(element, text, counts, list, weight)
                && !(list && isGallery(element, counts));
    }

    private static boolean looksForeign(
            Element element, String text, Counts counts, boolean list, int weight) {
        int length = text.length();
        double links = Density.ofLinks(element);
        boolean inFigure = Tags.inside(element, "figure");
        boolean fewParagraphsManyImages =
                !inFigure && counts.images > 1 && (double) counts.paragraphs / counts.images < 0.5;
        boolean looseItems = !list && counts.items - 100 > counts.paragraphs;
        boolean form = counts.inputs > counts.paragraphs / 3;
        boolean tinyWithLinks =
                !list
                        && !inFigure
                        && length < 25
                        && (counts.images == 0 || counts.images > 2)
                        && links > 0
                        && Density.of(element, Tags.HEADINGS) < 0.9;
        boolean linkBox = (!list && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5);
        boolean onlyEmbeds = (counts.embeds == 1 && length < 75) || counts.embeds > 1;
        return fewParagraphsManyImages
                || looseItems
                || form
                || tinyWithLinks
                || linkBox
                || onlyEmbeds
                || (counts.images == 0 && Density.of(element, TEXT_HOLDERS) == 0);
    }

    private static boolean isList(Element element, int length) {
        if (Tags.is(element, "ul") || Tags.is(element, "ol")) {
            return true;
        }
        int inLists = 0;
        for (var list : element.select("ul, ol")) {
            inLists += PlainText.length(list);
        }
        return (double) inLists / length > 0.9;
    }

    private static boolean isGallery(Element element, Counts counts) {
        return element.children().stream().allMatch(child -> child.childrenSize() <= 1)
                && counts.images == counts.items;
    }

    private static final class Counts {
        private int paragraphs;
        private int images;
        private int items;
        private int inputs;
        private int embeds;
        private boolean video;

        Counts(Element root) {
            for (var e = DomWalk.nextElement(root, root);
                    e != null;
                    e = DomWalk.nextElement(e, root)) {
                switch (e.normalName()) {
                    case "p" -> paragraphs++;
                    case "img" -> images++;
                    case "li" -> items++;
                    case "input" -> inputs++;
                    case "object", "embed", "iframe" -> {
                        embeds++;
                        video |= isVideo(e);
                    }
                    default -> {}
                }
            }
        }
    }
}
