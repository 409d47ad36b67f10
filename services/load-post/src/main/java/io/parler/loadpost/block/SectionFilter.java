package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content.Heading;
import io.parler.loadpost.block.Block.Spoken;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Skips whole sections: those at the end that are not part of the article, and headings without
/// any text that is read. A section in the middle is never skipped by its title: the article may
/// well be about comments.
final class SectionFilter {
    private static final Pattern COMMENTS =
            Pattern.compile(
                    "(?i)([0-9]+ )?(comments?|responses|replies|discussion|thoughts)"
                            + "( \\([0-9]+\\)| on .*)?|leave a (reply|comment)|join the (conversation|discussion)"
                            + "|kommentare|commentaires|comentarios");
    private static final Pattern SOURCES =
            Pattern.compile(
                    "(?i)(references|bibliography|footnotes|notes|endnotes|citations|sources|external links"
                            + "|works cited|einzelnachweise|literatur|weblinks|références|referencias)");
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?i)(related|recommended|more|more great|popular|most popular|most read|recent|latest|similar|previous|next|trending)"
                            + "( (articles?|posts?|stories|reading|from .*|on .*))|see also|read (next|more|also)"
                            + "|you (may|might) also (like|enjoy).*|share( this.*)?|tags|categories|subscribe.*"
                            + "|newsletter|sign up.*|follow us.*|siehe auch|voir aussi"
                            + "|most (popular|read|viewed|shared|commented)( now| today)?|popular (now|today)|trending( now)?|top stories|editor.?s.? picks?"
                            + "|mehr (zum thema|lesen.*)|meistgelesen.*|das könnte.*interessieren|lire aussi|sur le même sujet|à lire aussi"
                            + "|les plus lus|lo más (leído|visto)|te puede interesar|leggi anche|i più letti|leia (também|mais)"
                            + "|mais lidas|lees ook|meest gelezen|czytaj (także|też|również)|najczęściej czytane|читайте также|самое читаемое"
                            + "|اقرأ أيضا.*|الأكثر قراءة|関連記事|人気記事|相关阅读|推荐阅读|热门文章|관련기사|많이 본 뉴스");
    private static final Pattern AUTHOR = Pattern.compile("(?i)(about|meet) the authors?");

    private static final Pattern AUTHOR_BIO =
            Pattern.compile(
                    ",? (is (an?|the|our|currently)|writes|covers|works (at|as|for|in|on)|lives in|reports|has (been|written|worked)"
                            + "|was born|ist (ein|der|die|freie|redakt)|est (un|journaliste)|es (un|periodista)|teaches|leads)\\b.*",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String ELSEWHERE_REASON = "leads elsewhere";
    private static final int MAX_ABOUT = 1500;
    private static final int MIN_BEFORE_ABOUT = 3;

    /// A title that only a list of readers' comments has.
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?i)[0-9]+ (?:comments?|responses|replies|thoughts)\\b.*|(?:comments?|responses|replies) \\([0-9]+\\)"
                            + "|leave a (?:reply|comment).*|join the conversation");
    private static final Pattern ABOUT = Pattern.compile("(?i)about (?:the )?(\\S.{1,60}?):?");
    private static final Pattern COMPANY =
            Pattern.compile(
                    "(?i)\\b(?:is|are|provides?|offers?|delivers?|operates?|helps?|was founded|founded in|develops?|has)\\b");
    private static final int MAX_BIO_LINES = 4;
    private static final int MAX_AUTHOR_BIO = 500;

    private final List<Block> blocks;
    private final Set<String> linked;

    private SectionFilter(List<Block> blocks, Set<String> linked) {
        this.blocks = new ArrayList<>(blocks);
        this.linked = linked;
    }

    /// @param linked the ids of the blocks that are links as a whole
    static List<Block> skipSections(List<Block> all, Set<String> linked, Optional<String> author) {
        var sections =
                new SectionFilter(all.stream().filter(block -> !block.beside()).toList(), linked);
        sections.skipTail();
        author.ifPresent(sections::skipAuthorBio);
        sections.skipEmptySections();
        Iterator<Block> within = sections.blocks.iterator();
        return all.stream().map(block -> block.beside() ? block : within.next()).toList();
    }

    /// Skips sections from the end backwards, as long as each is not part of the article.
    private void skipTail() {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (!(blocks.get(i).content() instanceof Heading heading)) {
                continue;
            }
            int end = end(i, heading.level());
            Optional<String> reason = reason(blocks.get(i).text());
            if (reason.isEmpty()) {
                skipCompany(i, end);
            } else if (reason.get().equals(ELSEWHERE_REASON)) {
                skip(i, endOfLinks(i, end), reason);
            } else if ((end == blocks.size() || blocks.get(end).spoken() == Spoken.SKIPPED)
                    && isListOfItsKind(i, end, reason.get())) {
                skip(i, end, reason);
            }
        }
    }

    /// Whether the section is as its title says: not a text of the author with such a title.
    private boolean isListOfItsKind(int heading, int end, String reason) {
        List<Block> section = blocks.subList(heading + 1, end);
        if (COUNTED.matcher(blocks.get(heading).text()).matches()) {
            return true;
        }
        int length = section.stream().mapToInt(block -> block.text().length()).sum();
        return reason.equals("about the author")
                ? length < MAX_ABOUT
                : !SectionText.isProse(section);
    }

    /// The end of the links under a heading such as "More from the harbour"; text may follow them.
    private int endOfLinks(int heading, int end) {
        int i = heading + 1;
        while (i < end && !SectionText.isParagraph(blocks.get(i))) {
            i++;
        }
        boolean onlyText = i == heading + 1 && i < end;
        boolean tail = end == blocks.size() || blocks.get(end).spoken() == Spoken.SKIPPED;
        return onlyText || (i == end && !tail && !hasLinks(heading + 1, end)) ? heading : i;
    }

    private boolean hasLinks(int from, int to) {
        return blocks.subList(from, to).stream()
                .anyMatch(block -> block.spoken() == Spoken.SKIPPED || linked.contains(block.id()));
    }

    /// Skips what a press release says of its company at the end: "About Harbour".
    private void skipCompany(int heading, int end) {
        Matcher about = ABOUT.matcher(blocks.get(heading).text());
        if (!about.matches() || heading + 1 >= end || end < blocks.size()) {
            return;
        }
        String first = blocks.get(heading + 1).text();
        int length =
                blocks.subList(heading + 1, end).stream()
                        .mapToInt(block -> block.text().length())
                        .sum();
        boolean portrait =
                first.regionMatches(true, 0, about.group(1), 0, about.group(1).length())
                        && COMPANY.matcher(first).find();
        if (portrait && length < MAX_ABOUT && heading > MIN_BEFORE_ABOUT) {
            skip(heading, end, Optional.of("about the company"));
        }
    }

    /// Skips the author's portrait in the last lines: "Ida Brandt is a keeper in the north."
    private void skipAuthorBio(String author) {
        for (int i = blocks.size() - 1;
                i >= Math.max(MAX_BIO_LINES, blocks.size() - MAX_BIO_LINES);
                i--) {
            String text = blocks.get(i).text();
            boolean portrait =
                    text.startsWith(author)
                            && text.length() < author.length() + MAX_AUTHOR_BIO
                            && AUTHOR_BIO.matcher(text.substring(author.length())).lookingAt();
            if (portrait && !(blocks.get(i).content() instanceof Heading)) {
                blocks.set(i, blocks.get(i).skip("about the author"));
            }
        }
    }

    private void skip(int from, int end, Optional<String> reason) {
        if (reason.isPresent()) {
            blocks.subList(from, end).replaceAll(block -> block.skip(reason.get()));
        }
    }

    /// The position of the next heading of the same or a higher level.
    private int end(int heading, int level) {
        for (int i = heading + 1; i < blocks.size(); i++) {
            if (blocks.get(i).content() instanceof Heading next && next.level() <= level) {
                return i;
            }
        }
        return blocks.size();
    }

    private void skipEmptySections() {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).content() instanceof Heading heading) {
                List<Block> section = blocks.subList(i + 1, end(i, heading.level()));
                if (!section.isEmpty()
                        && section.stream().allMatch(block -> block.spoken() == Spoken.SKIPPED)) {
                    blocks.set(i, blocks.get(i).skip("nothing of its section is read"));
                }
            }
        }
    }

    private static Optional<String> reason(String title) {
        if (COMMENTS.matcher(title).matches()) {
            return Optional.of("comments");
        }
        if (SOURCES.matcher(title).matches()) {
            return Optional.of("references");
        }
        if (AUTHOR.matcher(title).matches()) {
            return Optional.of("about the author");
        }
        return ELSEWHERE.matcher(title).matches()
                ? Optional.of(ELSEWHERE_REASON)
                : Optional.empty();
    }
}
