package io.parler.loadpost.page;

import io.parler.loadpost.dom.Tags;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Normalizes the formulas of a page. Formula libraries write each formula several times: for the
/// eye, for screen readers, and as its author wrote it. Each is replaced by one `<math>` with the
/// author's source.
public final class Formulas {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(?:^|\\s)(?:katex(?:-display)?|mwe-math-element|latex-rendered"
                            + "|MathJax(?:_Display|_SVG|_SVG_Display|_CHTML)?|mjx-chtml)(?:$|\\s)");
    private static final Pattern RENDERED_BEFORE =
            Pattern.compile("(?:^|\\s)(?:MathJax\\w*|mjx-\\w+)(?:$|\\s)");
    private static final Pattern PICTURE_NAMES =
            Pattern.compile("(?:^|\\s)(?:latex|tex|math|mwe-math-fallback-image-\\w+)(?:$|\\s)");
    private static final Pattern PICTURE_SOURCE =
            Pattern.compile("latex\\.(?:php|codecogs\\.com)|/math/render/|/latex\\?|mathtex\\.cgi");
    private static final Pattern WRAPPED =
            Pattern.compile("\\{\\\\(?:displaystyle|textstyle) (.*)}", Pattern.DOTALL);
    private static final Pattern EXPRESSION =
            Pattern.compile("\"persistentExpression\":\"((?:[^\"\\\\]|\\\\.){1,2000}+)\"");

    private static final String IMAGE_MARK = "data-drawn";
    private static final String PLACEHOLDER = "□";

    private Formulas() {}

    static boolean isFormula(Element element) {
        return switch (element.normalName()) {
            case "math", "mjx-container" -> true;
            case "script" -> element.attr("type").startsWith("math/tex");
            case "img" -> isPicture(element);
            default -> {
                String names = element.className();
                yield mayBeFormula(names) && NAMES.matcher(names).find();
            }
        };
    }

    /// A quick look, because few of many names match.
    private static boolean mayBeFormula(String names) {
        return names.length() > 4
                && (names.contains("katex")
                        || names.contains("latex")
                        || names.contains("math")
                        || names.contains("MathJax")
                        || names.contains("mjx"));
    }

    private static boolean isPicture(Element img) {
        return !img.attr("alt").isBlank()
                && (PICTURE_NAMES.matcher(img.className()).find()
                        || PICTURE_SOURCE.matcher(img.attr("src")).find());
    }

    /// Replaces each of these elements by one `<math>`.
    static void normalize(Collection<Element> rendered) {
        for (Element element : rendered) {
            Element picture = element.selectFirst("img[class^=mwe-math-fallback]");
            if (element.parent() != null && picture != null && !Tags.is(element, "img")) {
                mark(element, picture);
            } else if (element.parent() != null) {
                source(element).ifPresent(tex -> replace(element, tex));
            }
        }
    }

    /// A formula that the page shows as an image stays an image; a placeholder marks its position.
    private static void mark(Element element, Element picture) {
        element.replaceWith(picture.attr(IMAGE_MARK, "formula"));
        picture.before(new Element("math").attr("alttext", PLACEHOLDER).appendText(PLACEHOLDER));
    }

    public static boolean isFormulaImage(Element img) {
        return img.hasAttr(IMAGE_MARK);
    }

    private static void replace(Element element, String tex) {
        if (Tags.is(element, "script")) {
            dropRenderedBefore(element);
        }
        Element math = new Element("math").attr("alttext", tex).appendText(tex);
        if (standsAlone(element)) {
            math.attr("display", "block");
        }
        element.replaceWith(math);
    }

    private static void dropRenderedBefore(Element script) {
        Element before = script.previousElementSibling();
        while (before != null && RENDERED_BEFORE.matcher(before.className()).find()) {
            Element next = before.previousElementSibling();
            before.remove();
            before = next;
        }
    }

    private static boolean standsAlone(Element element) {
        return element.attr("display").equals("block")
                || element.attr("display").equals("true")
                || element.attr("type").contains("mode=display")
                || element.className().contains("isplay")
                || (element.hasClass("latex-rendered") && Tags.is(element, "div"))
                || element.selectFirst("math[display=block]") != null;
    }

    private static Optional<String> source(Element element) {
        return first(
                        Tags.is(element, "script") ? element.data() : "",
                        Tags.is(element, "img") ? element.attr("alt") : "",
                        text(element.selectFirst("annotation[encoding=application/x-tex]")),
                        expression(element.attr("data-attrs")),
                        element.attr("alttext"))
                .or(() -> mathMl(element))
                .or(
                        () ->
                                Optional.ofNullable(element.selectFirst("img[alt]"))
                                        .map(i -> i.attr("alt")))
                .map(Formulas::unwrapped)
                .filter(tex -> !tex.isBlank());
    }

    private static Optional<String> mathMl(Element element) {
        Element math = element.selectFirst("math");
        if (math == null) {
            return Optional.empty();
        }
        if (!math.attr("alttext").isBlank()) {
            return Optional.of(math.attr("alttext"));
        }
        Element shown = math.clone();
        shown.select("annotation, annotation-xml").remove();
        return Optional.of(shown.text());
    }

    private static String expression(String attributes) {
        Matcher match = EXPRESSION.matcher(attributes);
        return match.find() ? match.group(1).replace("\\\\", "\\") : "";
    }

    private static String unwrapped(String tex) {
        Matcher match = WRAPPED.matcher(tex.strip());
        return (match.matches() ? match.group(1) : tex).strip();
    }

    private static String text(@Nullable Node node) {
        return node instanceof Element element ? element.wholeText() : "";
    }

    private static Optional<String> first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isBlank()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
