package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.BlockContext.Line;
import io.parler.loadpost.text.InlineTextBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Builds the blocks of one article. Running text is collected until [#flush]; then it becomes a
/// block, followed by its notes and images.
final class BlockBuilder {
    private static final Pattern CAPTION =
            Pattern.compile("^(Figure|Fig\\.|Table|Listing) [0-9]+(\\.[0-9]+)?[:.] ");

    private static final double MOSTLY_LINK = 0.8;

    private final SpokenRules rules;
    private final BlockList blocks = new BlockList();
    private final List<Note> notes = new ArrayList<>();
    private final ImageCollector images = new ImageCollector();
    private final Set<String> linked = new HashSet<>();
    private boolean itemHasNumber;
    private InlineTextBuilder inline = new InlineTextBuilder();

    /// Text within a sentence that follows it as a block of its own.
    private record Note(InlineTextBuilder.Text text, BlockContext context) {}

    BlockBuilder(SpokenRules rules) {
        this.rules = rules;
    }

    List<Block> build() {
        return rules.withoutTail(blocks.list(), linked);
    }

    void append(String text, InlineTextBuilder.Style style) {
        inline.append(text, style);
    }

    void lineBreak() {
        inline.lineBreak();
    }

    void omitMark() {
        inline.omitMark();
    }

    String endOfText(int characters) {
        return inline.end(characters);
    }

    /// Whether there is text that is not yet a block.
    boolean hasLine() {
        return !inline.isEmpty();
    }

    /// Starts an item of a list. Its number is said once, before its first paragraph.
    void startItem() {
        itemHasNumber = false;
    }

    void formula(String tex, InlineTextBuilder.Style style) {
        inline.formula(tex, style);
    }

    /// Starts a note inside a sentence; it follows the paragraph. Returns the text around it.
    InlineTextBuilder startNote() {
        InlineTextBuilder outer = inline;
        inline = new InlineTextBuilder();
        return outer;
    }

    void endNote(InlineTextBuilder outer, BlockContext context) {
        notes.add(new Note(inline.build(), context));
        inline = outer;
    }

    /// Collects an image of the running text, to be added after it.
    void collectImage(Element img, BlockContext context) {
        images.add(img, context);
    }

    void collectImage(Element img, String caption, BlockContext context) {
        images.add(img, caption, context);
    }

    void addImages() {
        images.moveTo(blocks);
    }

    void read(Content content, String text) {
        blocks.read(content, text, List.of());
    }

    void skip(Content content, String reason, BlockContext context) {
        blocks.skipped(
                content, "", List.of(), context.skipReason().orElse(reason), context.beside());
    }

    /// Adds the collected text as a block.
    void flush(BlockContext context) {
        if (!inline.isEmpty()) {
            add(inline.build(), context);
        }
        notes.forEach(note -> add(note.text(), note.context()));
        notes.clear();
        images.moveTo(blocks);
    }

    /// Adds a block that is announced. In a boilerplate box it is skipped like the rest of the box.
    void announce(Content content, String text, String reason, BlockContext context) {
        context.skipReason()
                .ifPresentOrElse(
                        skipReason ->
                                blocks.skipped(
                                        content, text, List.of(), skipReason, context.beside()),
                        () -> blocks.announced(content, text, reason));
    }

    private void add(InlineTextBuilder.Text inlineText, BlockContext context) {
        String text = inlineText.text();
        if (text.isEmpty()) {
            return;
        }
        if (inlineText.isFormula()
                && context.line() == Line.PARAGRAPH
                && context.skipReason().isEmpty()) {
            announce(new Content.Formula(), text, "formulas are not read aloud", context);
            return;
        }
        Content content = content(context, text);
        Optional<String> reason = rules.reason(content, text, inlineText.links(), context, blocks);
        if (reason.isPresent()) {
            blocks.skipped(content, text, inlineText.spans(), reason.get(), context.beside());
        } else {
            blocks.read(content, text, inlineText.spans());
        }
        if (inlineText.links() > MOSTLY_LINK) {
            linked.add(blocks.lastId());
        }
    }

    /// Many pages write a caption as a paragraph.
    private static boolean isCaption(String text) {
        return CAPTION.matcher(text).find();
    }

    private Content content(BlockContext context, String text) {
        return switch (context.line()) {
            case PARAGRAPH -> isCaption(text) ? new Content.Caption() : new Content.Paragraph();
            case HEADING -> new Content.Heading(context.level());
            case QUOTE -> new Content.Quote();
            case LIST_ITEM -> {
                boolean numbered = context.ordered() && !itemHasNumber;
                itemHasNumber |= !context.beside();
                yield new Content.ListItem(
                        numbered,
                        context.index(),
                        context.depth(),
                        numbered ? context.letters().of(context.index()) : Optional.empty());
            }
            case CAPTION -> new Content.Caption();
            case FOOTNOTE -> new Content.Footnote();
        };
    }
}
