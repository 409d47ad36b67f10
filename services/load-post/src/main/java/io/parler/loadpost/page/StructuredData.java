package io.parler.loadpost.page;

import io.parler.loadpost.json.LenientJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The metadata of an article in the page's JSON-LD, with the vocabulary of schema.org.
record StructuredData(
        Optional<String> title,
        Optional<String> author,
        Optional<String> published,
        Optional<String> siteName,
        Optional<String> imageUrl,
        Optional<String> language) {
    static final StructuredData NONE =
            new StructuredData(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final int MAX_DEPTH = 5;
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://");
    private static final Pattern ARTICLE_TYPE =
            Pattern.compile(
                    "(.*/)?(Article|AdvertiserContentArticle|NewsArticle|AnalysisNewsArticle|AskPublicNewsArticle"
                            + "|BackgroundNewsArticle|OpinionNewsArticle|ReportageNewsArticle|ReviewNewsArticle"
                            + "|Report|SatiricalArticle|ScholarlyArticle|MedicalScholarlyArticle"
                            + "|SocialMediaPosting|BlogPosting|LiveBlogPosting|DiscussionForumPosting"
                            + "|TechArticle|APIReference)");

    static StructuredData of(Document document, String pageTitle) {
        for (Element script : document.getElementsByTag("script")) {
            if (!script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
                continue;
            }
            Optional<StructuredData> found =
                    LenientJson.parse(script.data())
                            .flatMap(
                                    page ->
                                            article(page, 0)
                                                    .map(item -> read(item, page, pageTitle)));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return NONE;
    }

    private static Optional<Object> article(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            return firstArticle(list, depth);
        }
        boolean isArticle =
                LenientJson.list(value, "@type").stream()
                        .anyMatch(t -> t instanceof String s && ARTICLE_TYPE.matcher(s).matches());
        return isArticle
                ? Optional.of(value)
                : firstArticle(LenientJson.list(value, "@graph"), depth)
                        .or(() -> firstArticle(LenientJson.list(value, "mainEntity"), depth));
    }

    private static Optional<Object> firstArticle(List<?> values, int depth) {
        return values.stream().flatMap(v -> article(v, depth + 1).stream()).findFirst();
    }

    private static StructuredData read(Object article, Object page, String pageTitle) {
        return new StructuredData(
                title(article, pageTitle).map(StructuredData::plain),
                author(article, page).map(StructuredData::plain),
                LenientJson.text(article, "datePublished").map(String::strip),
                LenientJson.list(article, "publisher").stream()
                        .flatMap(p -> LenientJson.text(p, "name").stream())
                        .findFirst()
                        .map(StructuredData::plain),
                LenientJson.list(article, "image").stream()
                        .flatMap(i -> image(i).stream())
                        .findFirst(),
                LenientJson.text(article, "inLanguage").map(String::strip));
    }

    /// Some sites put their own name into `name`. Of `name` and `headline`, the one that has more
    /// of the page's title is used.
    private static Optional<String> title(Object article, String pageTitle) {
        Optional<String> name = LenientJson.text(article, "name");
        Optional<String> headline = LenientJson.text(article, "headline");
        return name.isPresent()
                        && headline.isPresent()
                        && WordOverlap.similarity(headline.get(), pageTitle)
                                > WordOverlap.similarity(name.get(), pageTitle)
                ? headline
                : name.or(() -> headline);
    }

    private static Optional<String> author(Object article, Object page) {
        var names = new LinkedHashSet<String>();
        // Not `creator`: on wikis that is the last editor.
        LenientJson.list(article, "author").forEach(author -> addNames(author, page, names));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /// Adds the names of an author, who may be described elsewhere on the page under an id.
    private static void addNames(Object author, Object page, Set<String> names) {
        if (author instanceof String name) {
            addName(name, names);
            return;
        }
        List<?> own = names(author);
        if (!own.isEmpty()) {
            own.stream()
                    .filter(String.class::isInstance)
                    .forEach(name -> addName((String) name, names));
            return;
        }
        Optional<String> id = LenientJson.text(author, "@id");
        if (id.isPresent()) {
            Stream.concat(
                            LenientJson.list(page, "@graph").stream(),
                            page instanceof List<?> list ? list.stream() : Stream.empty())
                    .filter(item -> LenientJson.text(item, "@id").equals(id))
                    .flatMap(item -> LenientJson.text(item, "name").stream())
                    .findFirst()
                    .ifPresent(name -> addName(name, names));
        }
    }

    private static List<?> names(Object author) {
        List<?> whole = LenientJson.list(author, "name");
        String parts =
                Stream.of("givenName", "familyName")
                        .flatMap(part -> LenientJson.text(author, part).stream())
                        .collect(Collectors.joining(" "));
        return whole.isEmpty() && !parts.isEmpty() ? List.of(parts) : whole;
    }

    private static void addName(String name, Set<String> names) {
        if (!name.isBlank() && !WEB_ADDRESS.matcher(name).lookingAt()) {
            names.add(name.strip());
        }
    }

    private static Optional<String> image(Object image) {
        return image instanceof Map<?, ?>
                ? LenientJson.text(image, "url")
                : Optional.of(image).filter(String.class::isInstance).map(String.class::cast);
    }

    /// JSON-LD often contains HTML entities, which mean nothing there.
    private static String plain(String text) {
        return Parser.unescapeEntities(text, false).strip();
    }
}
