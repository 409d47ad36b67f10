package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import java.util.regex.Pattern;

/// What a section consists of: text of the article, or comments, sources and links. Its title
/// alone doesn't tell.
final class SectionText {
    private static final int MIN_SENTENCE = 40;
    private static final int MIN_PARAGRAPH = 60;
    private static final int MIN_TEXT = 150;
    private static final double MIN_SHARE = 0.6;
    private static final double MAX_SIGNS = 0.34;
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？][\"'”’)」』\\]]*$");
    private static final Pattern CITATION =
            Pattern.compile(
                    "^\\[?[0-9]{1,3}[\\].)]\\s|\\((?:1[89]|20)[0-9]{2}[a-z]?\\)|https?://|\\bdoi\\b|\\bpp?\\. ?[0-9]|\\bISBN\\b"
                            + "|\\bRetrieved\\b|\\bet al\\.");
    private static final Pattern REPLY =
            Pattern.compile(
                    "(?i).{0,60}\\b(?:says|said|wrote|writes|commented|replied)(?: on .{0,40}| .{0,20}ago)?:?$"
                            + "|.{0,40}\\b[0-9]+ (?:hours?|days?|weeks?|months?|years?|minutes?) ago\\b.{0,20}"
                            + "|(?:log ?in|sign in|reply|report|like).{0,30}");

    private SectionText() {}

    /// Whether the blocks are mostly paragraphs of sentences, as an article has.
    static boolean isProse(List<Block> section) {
        int all = 0;
        int prose = 0;
        int paragraphs = 0;
        int signs = 0;
        for (Block block : section) {
            String text = block.text();
            boolean metadata =
                    block.spoken() == Spoken.SKIPPED
                            && block.reason().filter(SectionText::isSignOfComment).isPresent();
            if (metadata || REPLY.matcher(text).matches()) {
                signs++;
            }
            if (block.spoken() != Spoken.READ || block.content() instanceof Content.Heading) {
                continue;
            }
            all += text.length();
            if (isSentences(block)) {
                prose += text.length();
                paragraphs++;
            }
        }
        return prose >= MIN_TEXT && prose >= all * MIN_SHARE && signs <= paragraphs * MAX_SIGNS;
    }

    static boolean isParagraph(Block block) {
        return block.text().length() >= MIN_PARAGRAPH && isSentences(block);
    }

    private static boolean isSentences(Block block) {
        String text = block.text();
        boolean paragraph =
                block.content() instanceof Content.Paragraph
                        || block.content() instanceof Content.Quote;
        return paragraph
                && text.length() >= MIN_SENTENCE
                && SENTENCE.matcher(text).find()
                && !CITATION.matcher(text).find();
    }

    private static boolean isSignOfComment(String reason) {
        return MetadataLine.isReason(reason) || reason.equals("an invitation, not the article");
    }
}
