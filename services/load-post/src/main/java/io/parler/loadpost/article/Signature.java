package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content.Quote;
import io.parler.loadpost.page.PersonName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The author by the last lines of a text: "— Ida Brandt", "Written by Ida Brandt", or a portrait
/// that begins with the name.
final class Signature {
    private static final int MAX_BLOCKS = 4;
    private static final Pattern SIGNED =
            Pattern.compile(
                    "^(?:(?<dash>[—–-]\\s*)|(?:[Ww]ritten|[Pp]osted|[Ww]ords) by )(?<name>[^.,;:|]{4,50}?)(?: at .{0,40}|[.,|].*)?$");
    private static final Pattern PORTRAIT =
            Pattern.compile(
                    "^(?<name>\\p{Lu}\\S+(?: \\S+){1,3}?),? (?:is|was|writes|works|covers|lives|has|teaches|leads)\\b.*",
                    Pattern.DOTALL);

    private static final Pattern QUOTED =
            Pattern.compile("^[\"“„«‘].*[\"”“»’][.!?]?$", Pattern.DOTALL);

    private Signature() {}

    static Optional<String> in(List<Block> blocks) {
        List<Block> within = blocks.stream().filter(block -> !block.beside()).toList();
        boolean dashed = !within.isEmpty() && !endsWithQuote(within);
        return within.subList(Math.max(0, within.size() - MAX_BLOCKS), within.size()).stream()
                .flatMap(block -> name(block, dashed && block.equals(within.getLast())).stream())
                .findFirst();
    }

    /// Whether the last line is a quotation or follows one: a name after a dash is its source.
    private static boolean endsWithQuote(List<Block> blocks) {
        return blocks.subList(Math.max(0, blocks.size() - 2), blocks.size()).stream()
                .anyMatch(
                        block ->
                                block.content() instanceof Quote
                                        || QUOTED.matcher(block.text()).find());
    }

    /// @param dashed whether a dash may be before the name
    private static Optional<String> name(Block block, boolean dashed) {
        boolean portrait = block.reason().filter("about the author"::equals).isPresent();
        Matcher found = (portrait ? PORTRAIT : SIGNED).matcher(block.text());
        return Optional.of(found)
                .filter(Matcher::matches)
                .filter(match -> portrait || dashed || match.group("dash") == null)
                .map(match -> match.group("name").strip())
                .filter(PersonName::is);
    }
}
