package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.BlockContext.Line;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.language.LanguageTag;
import io.parler.loadpost.text.CodeText;
import io.parler.loadpost.text.InlineTextBuilder;
import io.parler.loadpost.text.PreformattedProse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Writes the found article down as blocks in reading order. Running text is gathered until
/// something stands on a line of its own; then it becomes one block.
public final class BlockWriter {
    private static final Pattern CAPTION =
            Pattern.compile("^(Figure|Fig\\.|Table|Listing) [0-9]+(\\.[0-9]+)?[:.] ");

    private static final String NO_PROGRAMS = "program text is not read aloud";

    private final BlockList blocks = new BlockList();
    private final List<InlineTextBuilder.Taken> notes = new ArrayList<>();
    private final ImageCollector pictures = new ImageCollector();
    private final SpokenRules rules;
    private InlineTextBuilder run = new InlineTextBuilder();
    private boolean wholeInPre;

    public BlockWriter(SpokenRules rules) {
        this.rules = rules;
    }

    public List<Block> write(Element article) {
        wholeInPre = PreformattedProse.holds(article);
        inside(article, BlockContext.TOP);
        flush(BlockContext.TOP);
        return rules.withoutTail(blocks.list());
    }

    private void inside(Element parent, BlockContext place) {
        for (var child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                run.append(text.getWholeText(), place.style());
            } else if (child instanceof Element element) {
                element(element, place);
            }
        }
    }

    private void element(Element element, BlockContext around) {
        var place = LanguageTag.of(element).map(around::spokenIn).orElse(around);
        switch (element.normalName()) {
            case "br" -> run.lineBreak();
            case "wbr", "hr", "rt", "rp", "rtc", "source", "track", "colgroup" -> {}
            case "img" -> image(element, place);
            case "a" -> link(element, place);
            case "sup" -> superscript(element, place);
            case "q" -> quotation(element, place);
            case "code", "kbd", "samp", "tt" -> inside(element, place.code());
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    ownLine(element, place, place.heading(element.normalName().charAt(1) - '0'));
            case "blockquote" -> ownLine(element, place, place.as(Line.QUOTE));
            case "figcaption" -> ownLine(element, place, place.as(Line.CAPTION));
            case "ul", "menu", "dir" -> list(element, place, false);
            case "ol" -> list(element, place, true);
            case "li" -> ownLine(element, place, place.item(Math.max(1, place.index())));
            case "pre", "listing" -> code(element, place);
            case "table" -> table(element, place);
            case "figure" -> figure(element, place);
            case "iframe", "embed", "object", "video", "audio" -> embed(element, place);
            case "math" -> math(element, place);
            case "svg", "canvas", "script", "style", "template", "noscript" -> {}
            default -> {
                if (Footnotes.isBackLink(element, place.inFootnote())
                        || Footnotes.isMark(element)
                        || SpokenRules.isEditButton(element)) {
                    run.leftOut();
                } else if (Footnotes.isWithinLine(element)) {
                    note(element, place);
                } else if (Tags.standAlone(element)) {
                    var inner = rules.isCaption(element) ? place.as(Line.CAPTION) : place;
                    ownLine(element, place, inner.beside(rules.beside(element)));
                } else {
                    inside(element, place);
                }
            }
        }
    }

    private void ownLine(Element element, BlockContext around, BlockContext inner) {
        if (Tags.is(element, "picture")) {
            inside(element, around);
            return;
        }
        flush(around);
        var place = rules.isFootnote(element) ? inner.as(Line.FOOTNOTE) : inner;
        inside(element, place);
        flush(place);
    }

    /// A note within a sentence follows the paragraph it stands in.
    private void note(Element element, BlockContext place) {
        var outer = run;
        run = new InlineTextBuilder();
        inside(element, place.as(Line.FOOTNOTE));
        notes.add(run.take());
        run = outer;
    }

    private void link(Element element, BlockContext place) {
        if (Footnotes.isMark(element) || Footnotes.isBackLink(element, place.inFootnote())) {
            run.leftOut();
        } else if (!rules.isPermalink(element)) {
            inside(element, place.link());
        }
    }

    private void superscript(Element element, BlockContext place) {
        if (Footnotes.isMark(element)) {
            run.leftOut();
        } else {
            inside(element, place);
        }
    }

    private void quotation(Element element, BlockContext place) {
        run.append("“", place.style());
        inside(element, place);
        run.append("”", place.style());
    }

    private void math(Element math, BlockContext place) {
        boolean alone = math.attr("display").equals("block");
        if (alone) {
            flush(place);
        }
        var tex = math.attr("alttext");
        run.formula(tex.isBlank() ? math.text() : tex, place.style());
        if (alone) {
            flush(place);
        }
    }

    private void list(Element list, BlockContext place, boolean ordered) {
        flush(place);
        var inner = place.list(ordered).beside(rules.beside(list));
        inner = rules.isFootnote(list) ? inner.as(Line.FOOTNOTE) : inner;
        int index = start(list);
        for (var child : list.childNodes()) {
            if (Tags.is(child, "li") && child instanceof Element item) {
                var at = LanguageTag.of(item).map(inner::spokenIn).orElse(inner).item(index++);
                at = rules.isFootnote(item) ? at.as(Line.FOOTNOTE) : at;
                inside(item, at);
                flush(at);
            } else if (child instanceof Element element) {
                element(element, inner);
                flush(inner);
            } else if (child instanceof TextNode text) {
                run.append(text.getWholeText(), inner.style());
            }
        }
        flush(place);
    }

    private static int start(Element list) {
        var start = list.attr("start").strip();
        return start.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(start) : 1;
    }

    private void code(Element pre, BlockContext place) {
        flush(place);
        var text = CodeText.of(pre);
        if (CodeText.isProse(pre, text) || (wholeInPre && pre.selectFirst("code") == null)) {
            PreformattedProse.parts(text).forEach(part -> prose(part, place));
        } else if (!text.isBlank() && !CodeText.isLineNumbers(pre)) {
            announced(new Content.Code(CodeText.language(pre)), text, NO_PROGRAMS, place);
        }
    }

    private void prose(PreformattedProse.Part part, BlockContext place) {
        switch (part.kind()) {
            case HEADING -> prose(part, place.heading(2), Optional.empty());
            case QUOTE -> prose(part, place.as(Line.QUOTE), Optional.empty());
            case ITEM -> prose(part, place.item(1), Optional.empty());
            case PARAGRAPH -> prose(part, place, Optional.empty());
            case CONTENTS -> prose(part, place, Optional.of("the table of contents"));
            case PAGE_EDGE -> prose(part, place, Optional.of("the edge of a printed page"));
            case DRAWING -> announced(new Content.Code(""), part.text(), NO_PROGRAMS, place);
        }
    }

    private void prose(PreformattedProse.Part part, BlockContext place, Optional<String> reason) {
        run.append(part.text(), place.style());
        flush(place.beside(reason));
    }

    private void table(Element table, BlockContext place) {
        flush(place);
        if (!TableRows.isTable(table)) {
            inside(table, place);
            flush(place);
            return;
        }
        var caption = table.selectFirst("caption");
        if (caption != null) {
            inside(caption, place.as(Line.CAPTION));
            flush(place.as(Line.CAPTION));
        }
        var rows = TableRows.of(table);
        if (!rows.isEmpty()) {
            var content = new Content.Table(rows);
            if (TableRows.isSmall(rows) && place.beside().isEmpty()) {
                blocks.read(content, TableRows.text(rows), List.of());
            } else {
                announced(
                        content,
                        TableRows.text(rows),
                        "the table is too large to be read aloud",
                        place);
            }
        }
        for (var image : table.getElementsByTag("img")) {
            image(image, place);
        }
        pictures.moveTo(blocks);
    }

    private void figure(Element figure, BlockContext place) {
        flush(place);
        var captions = figure.getElementsByTag("figcaption");
        if (figure.getElementsByTag("img").size() == 1 && captions.size() == 1) {
            var caption = new InlineTextBuilder();
            caption.append(PlainText.of(captions.getFirst()), place.style());
            var text = caption.take().text();
            pictures.add(figure.getElementsByTag("img").getFirst(), text);
            figure.getElementsByTag("img").remove();
        }
        pictures.moveTo(blocks);
        inside(figure, place);
        flush(place);
    }

    private void image(Element img, BlockContext place) {
        if (ImageUrl.isEmoji(img)) {
            run.append(img.attr("alt"), place.style());
        } else {
            pictures.add(img);
        }
    }

    private void embed(Element element, BlockContext place) {
        flush(place);
        var source = Optional.ofNullable(element.selectFirst("[src]"));
        var url = source.map(s -> s.absUrl("src")).orElseGet(() -> element.absUrl("data"));
        blocks.skipped(new Content.Embed(url), "", List.of(), "what is shown there has no text");
    }

    private void flush(BlockContext place) {
        if (!run.isEmpty()) {
            add(run.take(), place);
        }
        notes.forEach(note -> add(note, place.as(Line.FOOTNOTE)));
        notes.clear();
        pictures.moveTo(blocks);
    }

    /// In a box beside the article it is left out like the rest of the box.
    private void announced(Content content, String text, String reason, BlockContext place) {
        place.beside()
                .ifPresentOrElse(
                        beside -> blocks.skipped(content, text, List.of(), beside),
                        () -> blocks.announced(content, text, reason));
    }

    private void add(InlineTextBuilder.Taken taken, BlockContext place) {
        var text = taken.text();
        if (text.isEmpty()) {
            return;
        }
        if (taken.isFormula() && place.line() == Line.PARAGRAPH && place.beside().isEmpty()) {
            announced(new Content.Formula(), text, "formulas are not read aloud", place);
            return;
        }
        var content = content(place, text);
        rules.reason(content, text, taken.links(), place, blocks)
                .ifPresentOrElse(
                        reason -> blocks.skipped(content, text, taken.spans(), reason),
                        () -> blocks.read(content, text, taken.spans()));
    }

    /// Many pages write a caption as a paragraph.
    private static boolean isCaption(String text) {
        return CAPTION.matcher(text).find();
    }

    private static Content content(BlockContext place, String text) {
        return switch (place.line()) {
            case PARAGRAPH -> isCaption(text) ? new Content.Caption() : new Content.Paragraph();
            case HEADING -> new Content.Heading(place.level());
            case QUOTE -> new Content.Quote();
            case LIST_ITEM -> new Content.ListItem(place.ordered(), place.index(), place.depth());
            case CAPTION -> new Content.Caption();
            case FOOTNOTE -> new Content.Footnote();
        };
    }
}
