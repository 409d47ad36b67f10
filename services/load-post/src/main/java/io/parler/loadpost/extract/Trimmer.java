package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.DataTables;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Recipes;
import io.parler.loadpost.dom.Sentences;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import io.parler.loadpost.dom.VideoEmbeds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Removes what is in the article's element but not part of the article: forms, boxes for sharing
/// and subscribing, lists of links.
final class Trimmer {
    private static final List<String> TRIMMED = List.of("table", "ul", "div", "section");
    private static final int MAX_BOX_LENGTH = 500;
    private static final int MAX_NOTE_LENGTH = 40;
    private static final int MIN_PROSE_COMMAS = 10;
    private static final int MIN_TIMES = 4;
    private static final Evaluator ADDRESS_INPUT =
            Selector.evaluatorOf("input[type=email], input[name~=(?i)e?mail]");
    private static final Pattern INVITING =
            Pattern.compile("(?i)subscri|newsletter|inbox|e-?mail|sign(?:ing)? up|abonn|inscri");
    private static final double MOSTLY = 0.9;
    private static final double MIN_PROSE_SHARE = 0.5;
    private static final int MIN_TEXT_UNDER_HEADING = 200;
    private static final int MIN_ANSWER = 25;
    private static final int NOTE_LEVELS = 3;
    private static final int MIN_LINKED_SENTENCE = 60;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？][\"'”’)»]*$");

    /// What a button does, rather than what an article says.
    private static final Pattern CONTROL =
            Pattern.compile(
                    "(?i)\\W*(?:(?:share|copy|copied|edit|link|anchor|permalink|expand|collapse|close|open|show|hide|toggle"
                            + "|print|save|like|follow|subscribe|sign up|log ?in|play|pause|listen|menu|search|reply|submit"
                            + "|ok|accept|agree|next|previous|more|less|download|bookmark|tweet|email|e-mail)\\b.{0,30})?");
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:admonition|note|tip|hint|caution|warning|danger|callout|important"
                            + "|notice|info|alert)(?:$|[\\s_-])");
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

    private final Prose prose;
    private final Set<String> present = new HashSet<>(Set.of("form", "fieldset"));

    /// The elements that are or contain one that may still be trimmed; the others don't change.
    private final Set<Element> branches = new HashSet<>();

    private final Map<Element, TextMetrics> measured = new HashMap<>();
    private @Nullable Set<String> radioButtons;

    Trimmer(Element article, Strictness strictness) {
        this.article = article;
        this.strictness = strictness;
        this.dataTables = new DataTables(article);
        this.prose = new Prose(article);
    }

    void run() {
        dropInvitations();
        trim("form");
        trim("fieldset");
        dropBoxes();
        TRIMMED.forEach(this::trim);
    }

    private void addBranch(Element element) {
        Element branch = element;
        while (branch != null && branches.add(branch)) {
            branch = branch.parent();
        }
    }

    /// Skips each form for an e-mail address with the small box around it, which says what for.
    private void dropInvitations() {
        var skipped = new LinkedHashMap<Element, String>();
        for (Element input : article.select(ADDRESS_INPUT)) {
            Element box = input;
            Element parent = input.parent();
            while (parent != null
                    && !parent.equals(article)
                    && isSmallBox(parent)
                    && !hasOtherText(parent, box)) {
                box = parent;
                parent = parent.parent();
            }
            if (!box.equals(input)) {
                skipped.put(box, "an invitation, not the article");
            }
        }
        Skipped.replaceAll(skipped);
    }

    /// Whether a paragraph beside the form says something else.
    private static boolean hasOtherText(Element parent, Element form) {
        return parent.select("p").stream()
                .anyMatch(
                        paragraph ->
                                Sentences.isParagraph(paragraph)
                                        && !ContentGrowth.isWithin(paragraph, form)
                                        && !Tags.inside(paragraph, "form")
                                        && !INVITING.matcher(
                                                        PlainText.prefix(paragraph, MAX_BOX_LENGTH))
                                                .find());
    }

    private boolean isSmallBox(Element element) {
        return PlainText.prefix(element, MAX_BOX_LENGTH).length() < MAX_BOX_LENGTH
                && prose.of(element) * MIN_TIMES <= prose.of(article)
                && element.selectFirst("h1") == null;
    }

    private void dropBoxes() {
        var skipped = new LinkedHashMap<Element, String>();
        Element element = DomWalk.nextElement(article, article);
        while (element != null) {
            if (isBox(element)) {
                skipped.put(element, Surroundings.BESIDE);
                element = DomWalk.elementAfter(element, article);
            } else {
                present.add(element.normalName());
                if (TRIMMED.contains(element.normalName())) {
                    addBranch(element);
                }
                element = DomWalk.nextElement(element, article);
            }
        }
        Skipped.replaceAll(skipped);
    }

    private boolean isBox(Element element) {
        return switch (element.normalName()) {
            case "link", "input", "textarea", "select" -> true;
            case "aside" ->
                    !ClassNames.isAdmonition(ClassNames.of(element))
                            && !Sentences.isSetApart(element)
                            && prose.of(element) * 2 <= prose.of(article);
            case "footer" -> prose.of(element) * 2 <= prose.of(article);
            case "button" -> !isPartOfText(element);
            case "label" -> isTab(element);
            case "object", "embed", "iframe" -> !VideoEmbeds.isVideo(element);
            default ->
                    // The name first: it is the cheapest to look at.
                    ClassNames.isSharing(ClassNames.of(element))
                            && !article.equals(element.parent())
                            && !Tags.isHeading(element)
                            && !Sentences.isPart(element)
                            && !Sentences.isParagraph(element)
                            && !Sentences.isListOfText(element)
                            && PlainText.prefix(element, MAX_BOX_LENGTH).length() < MAX_BOX_LENGTH;
        };
    }

    /// Whether a button is a word of a sentence, a heading that unfolds its section, or a question.
    private static boolean isPartOfText(Element button) {
        Element parent = button.parent();
        if (parent == null || CONTROL.matcher(PlainText.prefix(button, MAX_BOX_LENGTH)).matches()) {
            return false;
        }
        return insideHeading(button)
                || Sentences.hasOwnText(parent)
                || (button.hasAttr("aria-expanded") && unfoldsText(button));
    }

    /// Whether the label is that of a tab: the box to tick of a list stays.
    private boolean isTab(Element label) {
        String control = label.attr("for");
        return !control.isEmpty() && radioButtons().contains(control);
    }

    /// The ids of the radio buttons. Few articles have labels.
    private Set<String> radioButtons() {
        if (radioButtons == null) {
            radioButtons = Set.copyOf(article.select("[type=radio][id]").eachAttr("id"));
        }
        return radioButtons;
    }

    private static boolean insideHeading(Element element) {
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (Tags.isHeading(parent)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unfoldsText(Element button) {
        Element next = button.nextElementSibling();
        return next != null && PlainText.prefix(next, MIN_ANSWER).length() >= MIN_ANSWER;
    }

    private void trim(String tag) {
        if (strictness.trim() && present.contains(tag)) {
            trimWithin(article, tag);
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
                TextMetrics within =
                        branches.isEmpty() || branches.contains(inner)
                                ? trimWithin(inner, tag)
                                : measured.computeIfAbsent(inner, TextMetrics::of);
                if (Tags.is(inner, tag) && isBoilerplate(inner, within)) {
                    skipped.put(inner, Surroundings.BESIDE);
                    prose.remove(inner);
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
                || Footnotes.isSection(element)
                || UnlikelyBoxes.containsEmbeddedPost(element)) {
            return false;
        }
        int weight = strictness.weight(element);
        if (weight < 0) {
            return !Sentences.isListOfText(element);
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
        if (HeadingBox.is(element)) {
            return false;
        }
        boolean list =
                Tags.is(element, "ul") || Tags.is(element, "ol") || measure.listShare() > MOSTLY;
        boolean text = isText(element, measure);
        return (looksLikeGallery(element, measure, list)
                        || (!text && looksLikeLinks(element, measure, list, weight)))
                && !(list && isGallery(element, measure))
                && !Recipes.isPart(element);
    }

    /// Whether the box says something: sentences, a note, a quotation or program text.
    private boolean isText(Element element, TextMetrics measure) {
        if (Tags.is(element, "form") || Tags.is(element, "fieldset")) {
            return false;
        }
        // A title, one sentence and a link are a teaser for something else.
        int minimum = measure.headingShare() == 0 ? 1 : MIN_TEXT_UNDER_HEADING;
        boolean says = prose.of(element) >= Math.max(minimum, measure.length() * MIN_PROSE_SHARE);
        return (says && measure.inputs() == 0)
                || isInNote(element)
                || isSentence(element, measure)
                || (measure.images() == 0 && element.selectFirst("pre, blockquote") != null)
                || isLinkedSentence(element, measure);
    }

    /// Whether the box is a note to the reader, or a part of one.
    private static boolean isInNote(Element box) {
        Element element = box;
        for (int i = 0; i < NOTE_LEVELS && element != null; i++) {
            if (NOTE.matcher(element.className()).find()) {
                return true;
            }
            element = element.parent();
        }
        return false;
    }

    /// Whether the box is one paragraph of sentences, with a link in it.
    private static boolean isSentence(Element element, TextMetrics measure) {
        Element paragraph = element.selectFirst("p");
        return paragraph != null
                && measure.paragraphs() == 1
                && measure.images() + measure.items() + measure.inputs() == 0
                && Sentences.isParagraph(paragraph)
                && PlainText.length(paragraph) >= measure.length() * MOSTLY;
    }

    /// Whether the box is one sentence that is a link as a whole.
    private static boolean isLinkedSentence(Element element, TextMetrics measure) {
        Element paragraph = element.selectFirst("p");
        return paragraph != null
                && measure.paragraphs() == 1
                && measure.images() + measure.items() == 0
                && measure.length() >= MIN_LINKED_SENTENCE
                && measure.headingShare() == 0
                && SENTENCE_END.matcher(PlainText.of(paragraph)).find();
    }

    private static boolean looksLikeGallery(Element element, TextMetrics m, boolean list) {
        boolean inFigure = Tags.inside(element, "figure");
        boolean fewParagraphsManyImages =
                !inFigure && m.images() > 1 && (double) m.paragraphs() / m.images() < 0.5;
        boolean looseItems = !list && m.items() - 100 > m.paragraphs();
        boolean form = m.inputs() > m.paragraphs() / 3;
        return fewParagraphsManyImages || looseItems || form;
    }

    private static boolean looksLikeLinks(
            Element element, TextMetrics m, boolean list, int weight) {
        double links = m.linkShare();
        boolean inFigure = Tags.inside(element, "figure");
        boolean tinyWithLinks =
                !list
                        && !inFigure
                        && m.length() < 25
                        && (m.images() == 0 || m.images() > 2)
                        && links > 0
                        && m.headingShare() < MOSTLY;
        boolean linkBox = (!list && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5);
        boolean onlyEmbeds = (m.embeds() == 1 && m.length() < 75) || m.embeds() > 1;
        return tinyWithLinks
                || linkBox
                || onlyEmbeds
                || (m.images() == 0 && !m.holdsTextSomewhere());
    }

    private static boolean isGallery(Element element, TextMetrics measure) {
        return element.children().stream().allMatch(child -> child.childrenSize() <= 1)
                && measure.images() == measure.items();
    }
}
