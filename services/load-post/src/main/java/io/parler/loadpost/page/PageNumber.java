package io.parler.loadpost.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by its address whether a page continues an article: the address is the same except for a
/// page number. The next post has another address.
final class PageNumber {
    private static final Pattern FIRST_PAGE =
            Pattern.compile("(?i)([?&])(page|paged|pg|seite|pagina|pageno|page_no)=[01](&|$)");
    private static final Pattern SCHEME = Pattern.compile("(?i)^https?://(?:www\\.)?");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(html?|php|aspx?|jsp)$");

    private PageNumber() {}

    /// @param first the address of the article's first page
    static boolean isPage(String candidate, String first, int number) {
        String base = bare(FIRST_PAGE.matcher(first).replaceAll("$1"));
        String page = bare(candidate);
        return continuesPath(page, base, number) || continuesQuery(page, base, number);
    }

    private static boolean continuesPath(String page, String base, int number) {
        Matcher ending = ENDING.matcher(base);
        String suffix = ending.find() ? ending.group() : "";
        String stem = base.substring(0, base.length() - suffix.length());
        if (stem.indexOf('/') < 0 || stem.indexOf('/') == stem.length() || stem.contains("?")) {
            return false;
        }
        if (page.equals(base + "/" + number)
                || page.equals(base + "/page/" + number)
                || page.equals(base + "/page-" + number)
                || page.equals(base + "/p" + number)) {
            return true;
        }
        boolean numbered = Character.isDigit(stem.charAt(stem.length() - 1));
        return !numbered
                && (page.equals(stem + "-" + number + suffix)
                        || page.equals(stem + "_" + number + suffix)
                        || page.equals(stem + "-page" + number + suffix)
                        || page.equals(stem + "-seite-" + number + suffix));
    }

    private static boolean continuesQuery(String page, String base, int number) {
        String start = base.contains("?") ? base + "&" : base + "?";
        for (String name :
                new String[] {"page", "paged", "pg", "p", "seite", "pagina", "pageno", "page_no"}) {
            if (page.equals(start + name + "=" + number)
                    || page.equals(start.replace("?", "/?") + name + "=" + number)) {
                return true;
            }
        }
        return false;
    }

    /// The address without scheme, `www.`, fragment and trailing slash.
    private static String bare(String url) {
        String text = SCHEME.matcher(url.strip()).replaceFirst("");
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        while (text.endsWith("/") || text.endsWith("?") || text.endsWith("&")) {
            text = text.substring(0, text.length() - 1);
        }
        int path = text.indexOf('/');
        return path < 0
                ? text.toLowerCase(Locale.ROOT)
                : text.substring(0, path).toLowerCase(Locale.ROOT) + text.substring(path);
    }
}
