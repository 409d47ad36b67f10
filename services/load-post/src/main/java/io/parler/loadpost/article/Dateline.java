package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.block.MetadataLine;
import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.page.BylineParser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Date and author from the lines above a text, for pages that state them nowhere else: "Posted on
/// 2 April 2026 by Ada Ferrer".
record Dateline(Optional<Instant> date, Optional<String> author) {
    private static final int MAX_BLOCKS = 8;
    private static final Pattern UPDATE =
            Pattern.compile(
                    "(?i)^(last )?(updated|modified|edited)|^(zuletzt )?aktualisiert|^mis à jour");
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b"
                            + "|\\b[0-9]{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,9}\\.?,? [0-9]{4}\\b"
                            + "|\\b\\p{L}{3,9}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}\\b");
    private static final Pattern ORDINAL = Pattern.compile("(?<=[0-9])(?:st|nd|rd|th)\\b");
    private static final Pattern AUTHOR = Pattern.compile("(?i)\\bby:? (\\p{L}[^|·•,:;0-9]{1,60})");

    static Dateline of(List<Block> blocks) {
        List<String> lines =
                blocks.stream()
                        .filter(block -> !block.beside())
                        .limit(MAX_BLOCKS)
                        .filter(block -> block.spoken() == Spoken.SKIPPED)
                        .filter(block -> block.reason().filter(MetadataLine::isReason).isPresent())
                        .map(Block::text)
                        .filter(text -> !UPDATE.matcher(text).find())
                        .toList();
        return new Dateline(
                matches(DATE, lines)
                        .map(found -> ORDINAL.matcher(found.group()).replaceAll(""))
                        .flatMap(date -> DateParser.parse(date).stream())
                        .findFirst(),
                lines.stream()
                        .flatMap(
                                line ->
                                        BylineParser.labelledName(line)
                                                .or(() -> MetadataLine.name(line))
                                                .stream())
                        .findFirst()
                        .or(
                                () ->
                                        matches(AUTHOR, lines)
                                                .map(found -> found.group(1).strip())
                                                .flatMap(name -> BylineParser.author(name).stream())
                                                .findFirst()));
    }

    private static Stream<Matcher> matches(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::find);
    }
}
