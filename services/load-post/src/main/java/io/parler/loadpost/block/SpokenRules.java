package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.page.BylineParser;
import io.parler.loadpost.page.Metadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Decides which blocks are not read by default, and why. In doubt a block is kept and skipped
/// rather than lost, and read rather than skipped.
public final class SpokenRules {
    private static final Set<String> PERMALINK_TEXTS = Set.of("#", "¶", "§", "🔗", "Permalink");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？][\"'”’)」』]*$");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double ONLY_LINKS = 0.9;
    private static final double MOST_OF_IT = 0.7;
    private static final int SHORT = 120;
    private static final int MAX_PERMALINK_TEXT = 20;
    private static final int OPENING = 8;

    private final Metadata metadata;
    private final BoilerplateDetector boxes;
    private final MetadataLine openingLine;
    private final String titleLetters;

    /// @param article the whole article, to compare the size of a box with
    public SpokenRules(Metadata metadata, Element article) {
        this.metadata = metadata;
        this.boxes = new BoilerplateDetector(article);
        this.openingLine = new MetadataLine(metadata.author().flatMap(BylineParser::author));
        this.titleLetters = letters(metadata.title());
    }

    /// Why the element is boilerplate; empty where it is part of the article.
    Optional<String> skipReason(Element element) {
        return boxes.skipReason(element);
    }

    boolean isCaption(Element element) {
        return boxes.isCaption(element);
    }

    /// Whether the element is a footnote, and not most of the article.
    boolean isFootnote(Element element) {
        return Footnotes.isSection(element) && boxes.isSmall(element, MOST_OF_IT);
    }

    /// Why a block is not read; empty where it is.
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
        boolean opening = before.size() < OPENING && textRead(before.list()) < SHORT;
        if (opening && repeatsTitle(text)) {
            return Optional.of("the title, said at the start");
        }
        if (content instanceof Content.Heading) {
            return Optional.empty();
        }
        boolean item = content instanceof Content.ListItem;
        if (links > ONLY_LINKS
                && text.length() < SHORT
                && !(item || SENTENCE.matcher(text).find())) {
            return Optional.of("only a link");
        }
        return BoilerplateLine.reason(text, item)
                .or(() -> opening || before.size() < 6 ? opening(text) : Optional.empty());
    }

    private static int textRead(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.spoken() == Spoken.READ)
                .mapToInt(block -> block.text().length())
                .sum();
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
    List<Block> withoutTail(List<Block> blocks) {
        return SectionFilter.skipSections(blocks, metadata.author().flatMap(BylineParser::author));
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
