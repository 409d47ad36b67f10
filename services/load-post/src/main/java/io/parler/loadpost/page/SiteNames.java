package io.parler.loadpost.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that a page may add to its title: those of its site, by its metadata and its host, and
/// that of its author.
final class SiteNames {
    /// A hyphen without a space beside it is part of a word.
    private static final String LINE =
            "\\s+[-–—―|\\\\/<>»«·•~⋆*❘‹›@:]+\\s+|\\s*[|_｜❘]+\\s*"
                    + "|(?<=[\\u2e80-\\uffef])\\s*[-–—－：]\\s*|\\s*[-–—－]\\s*(?=[\\u2e80-\\uffef])";

    private static final String SEPARATOR = "(?:" + LINE + "|\\s*[:：]\\s+)";
    private static final Pattern BEFORE = Pattern.compile("(?:^|" + SEPARATOR + ")$");

    /// What may follow a title. A subtitle follows a colon.
    private static final Pattern AFTER = Pattern.compile("$|" + LINE + "|\\s*[\\[【(（「]");

    private static final Pattern COMPOUND = Pattern.compile(SEPARATOR + "|[\\[【(（「]");
    private static final Pattern LAST_PART =
            Pattern.compile("^(.*)" + SEPARATOR + "(.*?)$", Pattern.DOTALL);

    /// A short second part, after the site has been removed: "The lamp | Lamps".
    private static final Pattern SECTION =
            Pattern.compile("^(\\S+(?: \\S+){2,}) \\| \\S+(?: \\S+)?$");

    private static final int MIN_HOST = 4;

    private final List<String> named;
    private final Optional<String> author;
    private final Set<String> hosts;

    /// @param named by the page's metadata
    /// @param host of the page, or empty
    SiteNames(List<String> named, Optional<String> author, String host) {
        this.named = named;
        this.author = author;
        this.hosts = hostNames(host);
    }

    /// "theharbour", "harbour", "harbourexample" for `www.theharbour.example`.
    private static Set<String> hostNames(String host) {
        String bare = host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|blog|en)\\.", "");
        int dot = bare.lastIndexOf('.');
        String label = PageTitle.letters(dot < 0 ? bare : bare.substring(0, dot));
        return label.length() < MIN_HOST
                ? Set.of()
                : Stream.of(
                                label,
                                "the" + label,
                                label.replaceFirst("^the", ""),
                                PageTitle.letters(bare))
                        .collect(Collectors.toSet());
    }

    static boolean isCompound(String title) {
        return COMPOUND.matcher(title).find();
    }

    static boolean endsWithSeparator(String before) {
        return BEFORE.matcher(before).find();
    }

    static boolean startsWithSeparator(String after) {
        return AFTER.matcher(after).lookingAt();
    }

    /// Whether the text is one of these names.
    boolean contain(String text) {
        String letters = PageTitle.letters(text);
        return hosts.contains(letters)
                || named.stream().anyMatch(name -> PageTitle.letters(name).equals(letters));
    }

    /// The title without these names; empty if none is in it.
    Optional<String> removedFrom(String title) {
        String rest = title;
        for (String name : named) {
            rest = without(name, rest);
        }
        Matcher parts = LAST_PART.matcher(rest);
        if (parts.matches() && hosts.contains(PageTitle.letters(parts.group(2)))) {
            rest = parts.group(1);
        }
        if (!rest.equals(title)) {
            rest = SECTION.matcher(rest).replaceFirst("$1");
        }
        if (author.isPresent()) {
            rest = without("(?:by )?", author.get(), rest);
        }
        String bare = rest.strip();
        return Optional.of(bare).filter(text -> !text.isEmpty() && !text.equals(title));
    }

    private static String without(String name, String title) {
        return without("", name, title);
    }

    private static String without(String prefix, String name, String title) {
        String site = prefix + Pattern.quote(name.strip());
        String rest =
                title.replaceFirst(
                                "(?iu)"
                                        + SEPARATOR
                                        + site
                                        + "(?:[^\\p{L}\\p{N}]*$|"
                                        + SEPARATOR
                                        + ".*$| online$)",
                                "")
                        .replaceFirst("(?iu)\\s*[\\[【(（「]" + site + "[\\]】)）」]\\s*$", "")
                        .replaceFirst(
                                "(?iu)^[^\\p{L}\\p{N}]*"
                                        + site
                                        + "(?:"
                                        + SEPARATOR
                                        + "|[\\]】]\\s*)",
                                "");
        return rest.isBlank() ? title : rest;
    }
}
