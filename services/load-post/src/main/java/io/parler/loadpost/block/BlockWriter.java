package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.BlockContext.Line;
import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.LanguageAttribute;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.page.Formulas;
import io.parler.loadpost.text.CodeText;
import io.parler.loadpost.text.InlineTextBuilder;
import io.parler.loadpost.text.PreformattedProse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/// Writes the article's element as blocks in reading order: walks its elements, and decides what
/// each becomes.
public final class BlockWriter {

    private static final int BASE_LENGTH = 40;
    private static final Pattern KANA = Pattern.compile("[\\u3040-\\u30ffー・\\s]+");
    private static final Pattern STRUCK =
            Pattern.compile("(?i)text-decoration(?:-line)?\\s*:[^;]*line-through");
    private static final String NO_PROGRAMS = "program text is not read aloud";

    private final SpokenRules rules;
    private final BlockBuilder blocks;
    private boolean wholeInPre;

    public BlockWriter(SpokenRules rules) {
        this.rules = rules;
        this.blocks = new BlockBuilder(rules);
    }

    public List<Block> write(Element article) {
        wholeInPre = PreformattedProse.isMostOf(article);
        inside(article, BlockContext.ROOT);
        blocks.flush(BlockContext.ROOT);
        return blocks.build();
    }

    private void inside(Element parent, BlockContext context) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                blocks.append(text.getWholeText(), context.style());
            } else if (child instanceof Element element) {
                element(element, context);
            } else if (child instanceof Skipped skipped) {
                skipped(skipped, context);
            }
        }
    }

    /// What is not part of the article is listed, in its place; out of a sentence, after it.
    private void skipped(Skipped skipped, BlockContext around) {
        BlockContext context = around.beside(rules.reason(skipped));
        if (blocks.hasLine()
                && Tags.isPhrasing(skipped)
                && !Tags.containsBlocks(skipped.element())) {
            InlineTextBuilder outer = blocks.startNote();
            element(skipped.element(), context);
            blocks.endNote(outer, context);
        } else {
            blocks.flush(around);
            element(skipped.element(), context);
            blocks.flush(context);
        }
    }

    private void element(Element element, BlockContext around) {
        BlockContext context = LanguageAttribute.of(element).map(around::inLanguage).orElse(around);
        if (isDeleted(element)) {
            deleted(element, context);
            return;
        }
        switch (element.normalName()) {
            case "br" -> blocks.lineBreak();
            case "wbr", "hr", "rt", "rp", "rtc", "source", "track", "colgroup" -> {}
            case "img" -> image(element, context);
            case "a" -> link(element, context);
            case "sup" -> superscript(element, context);
            case "sub" -> shifted(element, context, RaisedText.lowered(element));
            case "ruby" -> ruby(element, context);
            case "svg" -> drawing(element, context);
            case "q" -> quotation(element, context);
            case "button", "label", "textarea" -> control(element, context);
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
            case "li" -> {
                blocks.startItem();
                ownLine(element, context, context.item(Math.max(1, context.index())));
            }
            case "pre", "listing" -> code(element, context);
            case "table" -> table(element, context);
            case "figure" -> figure(element, context);
            case "iframe", "embed", "object", "video", "audio" -> embed(element, context);
            case "math" -> math(element, context);
            case "canvas", "title", "script", "style", "template", "noscript" -> {}
            default -> {
                if (SpokenRules.isEditButton(element) && !context.beside()) {
                    skipped(Skipped.of(element, "edits the page"), context);
                } else if (Footnotes.isBackLink(element, context.inFootnote())
                        || Footnotes.isMark(element)) {
                    blocks.omitMark();
                } else if (Footnotes.isWithinLine(element)) {
                    note(element, context);
                } else if (Tags.isBlockLevel(element)) {
                    BlockContext inner =
                            rules.isCaption(element) ? context.as(Line.CAPTION) : context;
                    ownLine(element, context, withReason(inner, element));
                } else {
                    inside(element, context);
                }
            }
        }
    }

    /// In a box that is skipped as a whole, nothing more is to be decided.
    private BlockContext withReason(BlockContext context, Element element) {
        return context.skipReason().isPresent()
                ? context
                : context.skipReason(rules.skipReason(element));
    }

    private void ownLine(Element element, BlockContext around, BlockContext inner) {
        if (Tags.is(element, "picture")) {
            inside(element, around);
            return;
        }
        blocks.flush(around);
        BlockContext context = rules.isFootnote(element) ? inner.as(Line.FOOTNOTE) : inner;
        inside(element, context);
        blocks.flush(context);
    }

    private void note(Element element, BlockContext context) {
        InlineTextBuilder outer = blocks.startNote();
        BlockContext note = context.as(Line.FOOTNOTE);
        inside(element, note);
        blocks.endNote(outer, note);
    }

    private void link(Element element, BlockContext context) {
        if (Footnotes.isMark(element) || Footnotes.isBackLink(element, context.inFootnote())) {
            blocks.omitMark();
        } else if (!rules.isPermalink(element)) {
            inside(element, leadsNowhere(element) ? context : context.link());
        }
    }

    /// Whether the link is a box for a script, with paragraphs in it.
    private static boolean leadsNowhere(Element link) {
        return link.attr("href").startsWith("javascript:") && link.selectFirst("p") != null;
    }

    private void superscript(Element element, BlockContext context) {
        if (Footnotes.isMark(element)) {
            blocks.omitMark();
            return;
        }
        if (Superscript.isNoteMark(element, blocks.endOfText(BASE_LENGTH))) {
            blocks.omitMark();
        } else {
            shifted(element, context, RaisedText.raised(element));
        }
    }

    /// The author's reading of rare characters is read instead of them, if it is in kana.
    private void ruby(Element ruby, BlockContext context) {
        String reading = String.join("", ruby.getElementsByTag("rt").eachText());
        if (KANA.matcher(reading).matches()) {
            blocks.append(reading, context.style());
        } else {
            inside(ruby, context);
        }
    }

    /// A drawing with a label is read in its place within a sentence.
    private void drawing(Element svg, BlockContext context) {
        String label = InlinePicture.labelOf(svg);
        if (InlinePicture.isWithinSentence(svg, label)) {
            blocks.append(label, context.style());
        }
    }

    /// Whether the text is struck through: the author has taken it back.
    private static boolean isDeleted(Element element) {
        return switch (element.normalName()) {
            case "del", "s", "strike" -> true;
            default -> element.hasAttr("style") && STRUCK.matcher(element.attr("style")).find();
        };
    }

    private void deleted(Element element, BlockContext around) {
        BlockContext context = around.skipReason(Optional.of("deleted text"));
        if (Tags.isInline(element) && !Tags.containsBlocks(element)) {
            InlineTextBuilder outer = blocks.startNote();
            inside(element, context);
            blocks.endNote(outer, context);
        } else {
            blocks.flush(around);
            inside(element, context);
            blocks.flush(context);
        }
    }

    private void shifted(Element element, BlockContext context, Optional<String> text) {
        text.ifPresentOrElse(
                signs -> blocks.append(signs, context.style()), () -> inside(element, context));
    }

    private void quotation(Element element, BlockContext context) {
        blocks.append("“", context.style());
        inside(element, context);
        blocks.append("”", context.style());
    }

    /// A button has an edge, which separates it from the words beside it.
    private void control(Element control, BlockContext context) {
        if (endsWithLetter(blocks.endOfText(1))) {
            blocks.append(" ", context.style());
        }
        inside(control, context);
        Node next = control.nextSibling();
        if (next instanceof Element
                || (next instanceof TextNode text && startsWithLetter(text.getWholeText()))) {
            blocks.append(" ", context.style());
        }
    }

    private static boolean endsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean startsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }

    private void math(Element math, BlockContext context) {
        boolean alone = math.attr("display").equals("block");
        if (alone) {
            blocks.flush(context);
        }
        String tex = math.attr("alttext");
        blocks.formula(tex.isBlank() ? math.text() : tex, context.style());
        if (alone) {
            blocks.flush(context);
        }
    }

    private void list(Element list, BlockContext context, boolean ordered) {
        blocks.flush(context);
        BlockContext inner = withReason(context.list(ordered, ListLetters.of(list)), list);
        inner = rules.isFootnote(list) ? inner.as(Line.FOOTNOTE) : inner;
        var numbers = new ListNumbers(list);
        for (Node child : list.childNodes()) {
            if (Tags.is(child, "li") && child instanceof Element item) {
                BlockContext at =
                        LanguageAttribute.of(item)
                                .map(inner::inLanguage)
                                .orElse(inner)
                                .item(Math.max(1, numbers.next(item)));
                blocks.startItem();
                at = rules.isFootnote(item) ? at.as(Line.FOOTNOTE) : at;
                inside(item, at);
                blocks.flush(at);
            } else if (child instanceof Element element) {
                element(element, inner);
                blocks.flush(inner);
            } else if (child instanceof TextNode text) {
                blocks.append(text.getWholeText(), inner.style());
            } else if (child instanceof Skipped skipped) {
                skipped(skipped, inner);
            }
        }
        blocks.flush(context);
    }

    private void code(Element pre, BlockContext context) {
        blocks.flush(context);
        var text = CodeText.of(pre);
        if (CodeText.isProse(pre, text) || (wholeInPre && pre.selectFirst("code") == null)) {
            PreformattedProse.parts(text).forEach(part -> prose(part, context));
        } else if (!text.isBlank() && !CodeText.isLineNumbers(pre)) {
            blocks.announce(new Content.Code(CodeText.language(pre)), text, NO_PROGRAMS, context);
        }
        skippedWithin(pre, context);
    }

    /// Lists what is skipped in a table or listing after it, because it is one block.
    private void skippedWithin(Element block, BlockContext context) {
        Node node = block;
        while (node != null) {
            if (node instanceof Skipped skipped) {
                blocks.flush(context);
                skipped(skipped, context);
                blocks.flush(context);
            }
            node =
                    Tags.is(node, "caption")
                            ? DomWalk.afterSubtree(node, block)
                            : DomWalk.next(node, block);
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
            case DRAWING ->
                    blocks.announce(new Content.Code(""), part.text(), NO_PROGRAMS, context);
        }
    }

    private void prose(PreformattedProse.Part part, BlockContext context, Optional<String> reason) {
        blocks.append(part.text(), context.style());
        blocks.flush(context.skipReason(reason));
    }

    private void table(Element table, BlockContext context) {
        blocks.flush(context);
        Optional<String> listing = CodeListing.text(table);
        if (listing.isPresent()) {
            blocks.announce(new Content.Code(""), listing.get(), NO_PROGRAMS, context);
            skippedWithin(table, context);
            return;
        }
        if (!TableRows.isTable(table)) {
            inside(table, context);
            blocks.flush(context);
            return;
        }
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            inside(caption, context.as(Line.CAPTION));
            blocks.flush(context.as(Line.CAPTION));
        }
        var rows = TableRows.of(table);
        if (!rows.isEmpty()) {
            var content = new Content.Table(rows);
            if (TableRows.isSmall(rows) && context.skipReason().isEmpty()) {
                blocks.read(content, TableRows.text(rows));
            } else {
                blocks.announce(
                        content,
                        TableRows.text(rows),
                        "the table is too large to be read aloud",
                        context);
            }
        }
        for (Element image : table.getElementsByTag("img")) {
            image(image, context);
        }
        blocks.addImages();
        skippedWithin(table, context);
    }

    private void figure(Element figure, BlockContext around) {
        blocks.flush(around);
        BlockContext context = withReason(around, figure);
        Elements captions = figure.getElementsByTag("figcaption");
        if (figure.getElementsByTag("img").size() == 1 && captions.size() == 1) {
            var caption = new InlineTextBuilder();
            caption.append(PlainText.of(captions.getFirst()), context.style());
            String text = caption.build().text();
            blocks.collectImage(figure.getElementsByTag("img").getFirst(), text, context);
            figure.getElementsByTag("img").remove();
        }
        blocks.addImages();
        inside(figure, context);
        blocks.flush(context);
    }

    private void image(Element img, BlockContext context) {
        boolean word =
                !Formulas.isFormulaImage(img)
                        && InlinePicture.isWithinSentence(img, img.attr("alt"));
        if (ImageUrl.isEmoji(img) || word) {
            blocks.append(img.attr("alt"), context.style());
        } else {
            blocks.collectImage(img, context);
        }
    }

    private void embed(Element element, BlockContext context) {
        blocks.flush(context);
        Optional<Element> source = Optional.ofNullable(element.selectFirst("[src]"));
        String url = source.map(s -> s.absUrl("src")).orElseGet(() -> element.absUrl("data"));
        blocks.skip(new Content.Embed(url), "what is shown there has no text", context);
    }
}
