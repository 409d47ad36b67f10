package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.page.Metadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Decides which blocks are not read by default, and why. If in doubt, a block is skipped rather
/// than removed, and read rather than skipped.
public final class SpokenRules {
    private static final Set<String> PERMALINK_TEXTS = Set.of("#", "¶", "§", "🔗", "Permalink");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？][\"'”’)」』]*$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double MIN_LINK_SHARE = 0.9;
    private static final double MAX_FOOTNOTE_SHARE = 0.7;
    private static final int SHORT_TEXT = 120;
    private static final int MAX_PERMALINK_TEXT = 20;
    private static final int MAX_OPENING_BLOCKS = 8;

    private final Metadata metadata;
    private final BoilerplateDetector boxes;
    private final Optional<String> author;
    private final MetadataLine openingLine;
    private final String titleLetters;

    /// @param author by the metadata, or as found on the page
    /// @param article the whole article, to compare the size of a box with
    public SpokenRules(Metadata metadata, Optional<String> author, Element article) {
        this.metadata = metadata;
        this.boxes = new BoilerplateDetector(article);
        this.openingLine = new MetadataLine(author);
        this.author = author;
        this.titleLetters = letters(metadata.title());
    }

    /// Why the element is boilerplate; empty if it is part of the article.
    Optional<String> skipReason(Element element) {
        return boxes.skipReason(element);
    }

    /// Why something is not part of the article: as its names say, or else as it was found.
    String reason(Skipped skipped) {
        return boxes.besideReason(skipped.element()).orElse(skipped.reason());
    }

    boolean isCaption(Element element) {
        return boxes.isCaption(element);
    }

    /// Whether the element is a footnote, and not most of the article.
    boolean isFootnote(Element element) {
        return Footnotes.isSection(element) && boxes.isSmall(element, MAX_FOOTNOTE_SHARE);
    }

    /// Why a block is not read; empty if it is.
    Optional<String> reason(
            Content content, String text, double links, BlockContext context, BlockList before) {
        if (content instanceof Content.Caption) {
            return Optional.of("a caption");
        }
        if (context.skipReason().isPresent()) {
            return context.skipReason();
        }
        if (content instanceof Content.Footnote) {
            return Optional.of("footnotes are not read aloud");
        }
        if (NEITHER_LETTER_NOR_DIGIT.matcher(text).matches()) {
            return Optional.of("there is nothing to say");
        }
        boolean opening =
                before.sizeWithin() < MAX_OPENING_BLOCKS && before.lettersRead() < SHORT_TEXT;
        if (opening && repeatsTitle(text)) {
            return Optional.of("the title, said at the start");
        }
        if (content instanceof Content.Heading) {
            return Optional.empty();
        }
        boolean item = content instanceof Content.ListItem;
        if (links > MIN_LINK_SHARE
                && text.length() < SHORT_TEXT
                && !(item || SENTENCE.matcher(text).find())) {
            return Optional.of("only a link");
        }
        if (author.filter(name -> letters(name).equals(letters(text))).isPresent()) {
            return Optional.of(MetadataLine.BYLINE_AGAIN);
        }
        return BoilerplateLine.reason(text, item, links)
                .or(() -> MetadataLine.stampReason(text))
                .or(() -> opening || before.sizeWithin() < 6 ? opening(text) : Optional.empty());
    }

    private boolean repeatsTitle(String text) {
        return !titleLetters.isEmpty()
                && text.length() < metadata.title().length() * 2 + MAX_PERMALINK_TEXT
                && letters(text).equals(titleLetters);
    }

    private static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// Byline and date at the top: the player announces them already.
    private Optional<String> opening(String text) {
        return openingLine
                .reason(text)
                .or(
                        () ->
                                text.length() < 40 && DateParser.parse(text).isPresent()
                                        ? Optional.of("the date again")
                                        : Optional.empty());
    }

    /// Skips the sections at the end that are not part of the article.
    List<Block> withoutTail(List<Block> blocks, Set<String> linked) {
        return SectionFilter.skipSections(blocks, linked, author);
    }

    /// Whether the element is MediaWiki's edit button in a heading.
    static boolean isEditButton(Element element) {
        return element.hasClass("mw-editsection");
    }

    /// Whether the link is a heading's permalink.
    boolean isPermalink(Element link) {
        return link.attr("href").contains("#")
                && PERMALINK_TEXTS.contains(PlainText.prefix(link, MAX_PERMALINK_TEXT));
    }
}
