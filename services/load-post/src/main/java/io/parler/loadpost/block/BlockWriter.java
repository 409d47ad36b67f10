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

/// Writes the article's element as blocks in reading order. Running text is collected until an
/// element on lines of its own starts; then it becomes a block.
public final class BlockWriter {
    private static final Pattern CAPTION =
            Pattern.compile("^(Figure|Fig\\.|Table|Listing) [0-9]+(\\.[0-9]+)?[:.] ");

    private static final String NO_PROGRAMS = "program text is not read aloud";

    private final BlockList blocks = new BlockList();
    private final List<InlineTextBuilder.Text> notes = new ArrayList<>();
    private final ImageCollector pictures = new ImageCollector();
    private final SpokenRules rules;
    private InlineTextBuilder inline = new InlineTextBuilder();
    private boolean wholeInPre;

    public BlockWriter(SpokenRules rules) {
        this.rules = rules;
    }

    public List<Block> write(Element article) {
        wholeInPre = PreformattedProse.isMostOf(article);
        inside(article, BlockContext.ROOT);
        flush(BlockContext.ROOT);
        return rules.withoutTail(blocks.list());
    }

    private void inside(Element parent, BlockContext context) {
        for (var child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                inline.append(text.getWholeText(), context.style());
            } else if (child instanceof Element element) {
                element(element, context);
            }
        }
    }

    private void element(Element element, BlockContext around) {
        var context = LanguageTag.of(element).map(around::inLanguage).orElse(around);
        switch (element.normalName()) {
            case "br" -> inline.lineBreak();
            case "wbr", "hr", "rt", "rp", "rtc", "source", "track", "colgroup" -> {}
            case "img" -> image(element, context);
            case "a" -> link(element, context);
            case "sup" -> superscript(element, context);
            case "q" -> quotation(element, context);
            case "code", "kbd", "samp", "tt" -> inside(element, context.code());
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    ownLine(
                            element,
                            context,
                            context.heading(element.normalName().charAt(1) - '0'));
            case "blockquote" -> ownLine(element, context, context.as(Line.QUOTE));
            case "figcaption" -> ownLine(element, context, context.as(Line.CAPTION));
            case "ul", "menu", "dir" -> list(element, context, false);
            case "ol" -> list(element, context, true);
            case "li" -> ownLine(element, context, context.item(Math.max(1, context.index())));
            case "pre", "listing" -> code(element, context);
            case "table" -> table(element, context);
            case "figure" -> figure(element, context);
            case "iframe", "embed", "object", "video", "audio" -> embed(element, context);
            case "math" -> math(element, context);
            case "svg", "canvas", "script", "style", "template", "noscript" -> {}
            default -> {
                if (Footnotes.isBackLink(element, context.inFootnote())
                        || Footnotes.isMark(element)
                        || SpokenRules.isEditButton(element)) {
                    inline.omitMark();
                } else if (Footnotes.isWithinLine(element)) {
                    note(element, context);
                } else if (Tags.isBlockLevel(element)) {
                    var inner = rules.isCaption(element) ? context.as(Line.CAPTION) : context;
                    ownLine(element, context, inner.skipReason(rules.skipReason(element)));
                } else {
                    inside(element, context);
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
        var context = rules.isFootnote(element) ? inner.as(Line.FOOTNOTE) : inner;
        inside(element, context);
        flush(context);
    }

    /// A note inside a sentence follows its paragraph.
    private void note(Element element, BlockContext context) {
        var outer = inline;
        inline = new InlineTextBuilder();
        inside(element, context.as(Line.FOOTNOTE));
        notes.add(inline.build());
        inline = outer;
    }

    private void link(Element element, BlockContext context) {
        if (Footnotes.isMark(element) || Footnotes.isBackLink(element, context.inFootnote())) {
            inline.omitMark();
        } else if (!rules.isPermalink(element)) {
            inside(element, context.link());
        }
    }

    private void superscript(Element element, BlockContext context) {
        if (Footnotes.isMark(element)) {
            inline.omitMark();
        } else {
            inside(element, context);
        }
    }

    private void quotation(Element element, BlockContext context) {
        inline.append("“", context.style());
        inside(element, context);
        inline.append("”", context.style());
    }

    private void math(Element math, BlockContext context) {
        boolean alone = math.attr("display").equals("block");
        if (alone) {
            flush(context);
        }
        var tex = math.attr("alttext");
        inline.formula(tex.isBlank() ? math.text() : tex, context.style());
        if (alone) {
            flush(context);
        }
    }

    private void list(Element list, BlockContext context, boolean ordered) {
        flush(context);
        var inner = context.list(ordered).skipReason(rules.skipReason(list));
        inner = rules.isFootnote(list) ? inner.as(Line.FOOTNOTE) : inner;
        int index = start(list);
        for (var child : list.childNodes()) {
            if (Tags.is(child, "li") && child instanceof Element item) {
                var at = LanguageTag.of(item).map(inner::inLanguage).orElse(inner).item(index++);
                at = rules.isFootnote(item) ? at.as(Line.FOOTNOTE) : at;
                inside(item, at);
                flush(at);
            } else if (child instanceof Element element) {
                element(element, inner);
                flush(inner);
            } else if (child instanceof TextNode text) {
                inline.append(text.getWholeText(), inner.style());
            }
        }
        flush(context);
    }

    private static int start(Element list) {
        var start = list.attr("start").strip();
        return start.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(start) : 1;
    }

    private void code(Element pre, BlockContext context) {
        flush(context);
        var text = CodeText.of(pre);
        if (CodeText.isProse(pre, text) || (wholeInPre && pre.selectFirst("code") == null)) {
            PreformattedProse.parts(text).forEach(part -> prose(part, context));
        } else if (!text.isBlank() && !CodeText.isLineNumbers(pre)) {
            announced(new Content.Code(CodeText.language(pre)), text, NO_PROGRAMS, context);
        }
    }

    private void prose(PreformattedProse.Part part, BlockContext context) {
        switch (part.kind()) {
            case HEADING -> prose(part, context.heading(2), Optional.empty());
            case QUOTE -> prose(part, context.as(Line.QUOTE), Optional.empty());
            case ITEM -> prose(part, context.item(1), Optional.empty());
            case PARAGRAPH -> prose(part, context, Optional.empty());
            case CONTENTS -> prose(part, context, Optional.of("the table of contents"));
            case PAGE_EDGE -> prose(part, context, Optional.of("the edge of a printed page"));
            case DRAWING -> announced(new Content.Code(""), part.text(), NO_PROGRAMS, context);
        }
    }

    private void prose(PreformattedProse.Part part, BlockContext context, Optional<String> reason) {
        inline.append(part.text(), context.style());
        flush(context.skipReason(reason));
    }

    private void table(Element table, BlockContext context) {
        flush(context);
        if (!TableRows.isTable(table)) {
            inside(table, context);
            flush(context);
            return;
        }
        var caption = table.selectFirst("caption");
        if (caption != null) {
            inside(caption, context.as(Line.CAPTION));
            flush(context.as(Line.CAPTION));
        }
        var rows = TableRows.of(table);
        if (!rows.isEmpty()) {
            var content = new Content.Table(rows);
            if (TableRows.isSmall(rows) && context.skipReason().isEmpty()) {
                blocks.read(content, TableRows.text(rows), List.of());
            } else {
                announced(
                        content,
                        TableRows.text(rows),
                        "the table is too large to be read aloud",
                        context);
            }
        }
        for (var image : table.getElementsByTag("img")) {
            image(image, context);
        }
        pictures.moveTo(blocks);
    }

    private void figure(Element figure, BlockContext context) {
        flush(context);
        var captions = figure.getElementsByTag("figcaption");
        if (figure.getElementsByTag("img").size() == 1 && captions.size() == 1) {
            var caption = new InlineTextBuilder();
            caption.append(PlainText.of(captions.getFirst()), context.style());
            var text = caption.build().text();
            pictures.add(figure.getElementsByTag("img").getFirst(), text);
            figure.getElementsByTag("img").remove();
        }
        pictures.moveTo(blocks);
        inside(figure, context);
        flush(context);
    }

    private void image(Element img, BlockContext context) {
        if (ImageUrl.isEmoji(img)) {
            inline.append(img.attr("alt"), context.style());
        } else {
            pictures.add(img);
        }
    }

    private void embed(Element element, BlockContext context) {
        flush(context);
        var source = Optional.ofNullable(element.selectFirst("[src]"));
        var url = source.map(s -> s.absUrl("src")).orElseGet(() -> element.absUrl("data"));
        blocks.skipped(new Content.Embed(url), "", List.of(), "what is shown there has no text");
    }

    private void flush(BlockContext context) {
        if (!inline.isEmpty()) {
            add(inline.build(), context);
        }
        notes.forEach(note -> add(note, context.as(Line.FOOTNOTE)));
        notes.clear();
        pictures.moveTo(blocks);
    }

    /// In a boilerplate box it is skipped like the rest of the box.
    private void announced(Content content, String text, String reason, BlockContext context) {
        context.skipReason()
                .ifPresentOrElse(
                        skipReason -> blocks.skipped(content, text, List.of(), skipReason),
                        () -> blocks.announced(content, text, reason));
    }

    private void add(InlineTextBuilder.Text taken, BlockContext context) {
        var text = taken.text();
        if (text.isEmpty()) {
            return;
        }
        if (taken.isFormula()
                && context.line() == Line.PARAGRAPH
                && context.skipReason().isEmpty()) {
            announced(new Content.Formula(), text, "formulas are not read aloud", context);
            return;
        }
        var content = content(context, text);
        rules.reason(content, text, taken.links(), context, blocks)
                .ifPresentOrElse(
                        reason -> blocks.skipped(content, text, taken.spans(), reason),
                        () -> blocks.read(content, text, taken.spans()));
    }

    /// Many pages write a caption as a paragraph.
    private static boolean isCaption(String text) {
        return CAPTION.matcher(text).find();
    }

    private static Content content(BlockContext context, String text) {
        return switch (context.line()) {
            case PARAGRAPH -> isCaption(text) ? new Content.Caption() : new Content.Paragraph();
            case HEADING -> new Content.Heading(context.level());
            case QUOTE -> new Content.Quote();
            case LIST_ITEM ->
                    new Content.ListItem(context.ordered(), context.index(), context.depth());
            case CAPTION -> new Content.Caption();
            case FOOTNOTE -> new Content.Footnote();
        };
    }
}
