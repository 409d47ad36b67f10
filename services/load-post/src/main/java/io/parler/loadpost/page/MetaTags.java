package io.parler.loadpost.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The `<meta>` elements of a page by normalized name: OpenGraph, Dublin Core, Twitter, Parsely
/// and plain ones.
final class MetaTags {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND_COLON = Pattern.compile("\\s*+:\\s*+");
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("^https?://.*", Pattern.CASE_INSENSITIVE);

    /// Longer values are no names, dates or addresses.
    private static final int MAX_LENGTH = 2000;

    private static final Pattern AUTHOR =
            Pattern.compile("(?i)author|creator|^byl$|^twitter:data1$");
    private static final int MAX_PEOPLE = 5;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> all = new HashMap<>();

    MetaTags(Document document) {
        for (Element meta : document.getElementsByTag("meta")) {
            String content = meta.attr("content").strip();
            if (content.isEmpty() || content.length() > MAX_LENGTH) {
                continue;
            }
            String property = start(meta.attr("property").strip());
            for (String name : SPACE.split(property, -1)) { // a property may have several names
                put(name, content);
            }
            put(AROUND_COLON.matcher(property).replaceAll(":"), content);
            put(SPACE.matcher(start(meta.attr("name"))).replaceAll("").replace('.', ':'), content);
            put("http:" + meta.attr("http-equiv"), content);
            put("itemprop:" + meta.attr("itemprop"), content);
        }
    }

    private static String start(String name) {
        return name.substring(0, Math.min(MAX_LENGTH, name.length()));
    }

    private void put(String name, String content) {
        if (!name.isEmpty() && !name.endsWith(":")) {
            values.put(name.toLowerCase(Locale.ROOT), content);
            if (AUTHOR.matcher(name).find()) {
                all.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(content);
            }
        }
    }

    /// The value of the first of these names that the page has.
    Optional<String> first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// The people of the first of these names that the page has. Each may have an element.
    Optional<String> people(String... names) {
        for (String name : names) {
            List<String> people =
                    all.getOrDefault(name, List.of()).stream()
                            .filter(value -> !WEB_ADDRESS.matcher(value).matches())
                            .distinct()
                            .limit(MAX_PEOPLE)
                            .toList();
            if (!people.isEmpty()) {
                return Optional.of(String.join(", ", people));
            }
        }
        return Optional.empty();
    }
}
