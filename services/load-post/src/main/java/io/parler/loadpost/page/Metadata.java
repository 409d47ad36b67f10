package io.parler.loadpost.page;

import io.parler.language.LanguageTag;
import io.parler.loadpost.dom.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// The metadata of the article on a page. For each field the first source that has a value is
/// used:
///
/// - title: JSON-LD, Dublin Core, OpenGraph, other meta elements, `<title>` without the site
/// - author: JSON-LD, Dublin Core, other meta elements, the byline (see [Pruner]), the lines above
///   the text, marks anywhere on the page (see [MarkedAuthor]), the last lines
/// - published: JSON-LD, OpenGraph, Dublin Core, microdata, a `<time>` in the header
/// - language: `<html lang>`, meta elements, JSON-LD, OpenGraph; if the text clearly contradicts
///   it, the language is detected instead
/// - image: JSON-LD, OpenGraph, Twitter, microdata
/// - site: JSON-LD's publisher, OpenGraph
/// - canonical address: `<link rel=canonical>`, OpenGraph
public record Metadata(
        String title,
        Optional<String> author,
        Optional<String> published,
        Optional<String> language,
        Optional<String> imageUrl,
        Optional<String> siteName,
        Optional<String> canonicalUrl) {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Evaluator PUBLISHED = Selector.evaluatorOf("[itemprop=datePublished]");
    private static final Evaluator PUBLISHED_TIME =
            Selector.evaluatorOf("time[pubdate], time.published");
    private static final Pattern WRITTEN_BY =
            Pattern.compile(
                    "(?i)(?:written|posted) by|by|author|(?:geschrieben|verfasst) von|écrit par|escrito por|scritto da"
                            + "|geschreven door|napisane przez|автор|написано автором|skrevet av|skriven av");
    private static final Pattern HOST =
            Pattern.compile("^(?:https?://)?([^/:?#]*).*$", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b\\u2060\\ufeff]");

    public static Metadata of(Document document) {
        var meta = new MetaTags(document);
        var data = StructuredData.of(document, document.title());
        Optional<String> siteName =
                data.siteName().or(() -> meta.first("og:site_name")).map(Metadata::plain);
        Optional<String> author =
                data.author()
                        .or(() -> authorIn(meta, document))
                        .map(Metadata::plain)
                        .map(name -> withoutSite(name, siteName));
        var titles =
                new PageTitle(
                        document,
                        new SiteNames(
                                names(siteName, meta),
                                author.flatMap(BylineParser::author),
                                host(document)));
        Optional<String> title = data.title().or(() -> titleIn(meta)).map(Metadata::plain);
        return new Metadata(
                title.map(titles::withoutSite).orElseGet(() -> plain(titles.ofPage())),
                author,
                data.published().or(() -> publishedIn(meta, document)),
                language(document, meta, data),
                data.imageUrl()
                        .or(
                                () ->
                                        meta.first(
                                                "og:image",
                                                "og:image:url",
                                                "twitter:image",
                                                "twitter:image:src"))
                        .or(() -> meta.first("itemprop:image"))
                        .flatMap(url -> absolute(document, url)),
                siteName,
                canonical(document, meta));
    }

    private static List<String> names(Optional<String> siteName, MetaTags meta) {
        return Stream.of(meta.first("og:site_name"), meta.first("application-name"), siteName)
                .flatMap(Optional::stream)
                .map(Metadata::plain)
                .distinct()
                .toList();
    }

    private static String host(Document document) {
        return HOST.matcher(document.baseUri()).replaceFirst("$1");
    }

    /// "Ida Brandt, The Harbour" without the name of the paper.
    private static String withoutSite(String author, Optional<String> site) {
        return site.filter(name -> author.endsWith(", " + name))
                .map(name -> author.substring(0, author.length() - name.length() - 2))
                .orElse(author);
    }

    private static Optional<String> titleIn(MetaTags meta) {
        return meta.first(
                "dc:title",
                "dcterm:title",
                "og:title",
                "weibo:article:title",
                "weibo:webpage:title",
                "title",
                "twitter:title",
                "parsely-title");
    }

    private static Optional<String> authorIn(MetaTags meta, Document document) {
        return meta.people("dc:creator", "dcterm:creator", "dcterms:creator", "author")
                .or(() -> meta.people("parsely-author", "article:author", "og:author"))
                .or(() -> meta.people("citation_author", "sailthru:author", "authors"))
                .or(() -> meta.people("itemprop:author", "cxenseparse:author", "bt:author"))
                .or(() -> meta.people("og:article:author", "book:author", "rbauthors"))
                .or(() -> meta.people("byl").map(BylineParser::withoutLabel))
                .or(() -> labelledAuthor(meta))
                .or(
                        () ->
                                attribute(document, "link[rel=author][title]", "title")
                                        .filter(PersonName::isOneOrMore));
    }

    /// The facts that are shown with a shared link: "Written by", "Ada Ferrer".
    private static Optional<String> labelledAuthor(MetaTags meta) {
        return meta.first("twitter:label1")
                .filter(label -> WRITTEN_BY.matcher(label).matches())
                .flatMap(_ -> meta.people("twitter:data1"));
    }

    private static Optional<String> publishedIn(MetaTags meta, Document document) {
        return meta.first("article:published_time", "parsely-pub-date", "og:published_time")
                .or(
                        () ->
                                meta.first(
                                        "dc:date",
                                        "dc:date:issued",
                                        "dcterms:created",
                                        "date",
                                        "pubdate"))
                .or(() -> meta.first("itemprop:datepublished"))
                .or(() -> datetime(document));
    }

    private static Optional<String> datetime(Document document) {
        Elements dated = document.getElementsByAttribute("datetime");
        return datetime(dated, element -> element.is(PUBLISHED))
                .or(() -> datetime(dated, element -> element.is(PUBLISHED_TIME)))
                .or(() -> datetime(dated, Metadata::isInHeaderOfArticle));
    }

    private static Optional<String> datetime(Elements dated, Predicate<Element> wanted) {
        return dated.stream()
                .filter(wanted)
                .findFirst()
                .map(element -> element.attr("datetime").strip())
                .filter(value -> !value.isEmpty());
    }

    private static boolean isInHeaderOfArticle(Element element) {
        boolean inHeader = false;
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (inHeader && Tags.is(parent, "article")) {
                return Tags.is(element, "time");
            }
            inHeader |= Tags.is(parent, "header");
        }
        return false;
    }

    private static Optional<String> language(
            Document document, MetaTags meta, StructuredData data) {
        Element html = document.selectFirst("html");
        return Optional.ofNullable(html)
                .map(h -> h.attr("lang").isBlank() ? h.attr("xml:lang") : h.attr("lang"))
                .filter(text -> !text.isBlank())
                .or(() -> meta.first("http:content-language", "language", "dc:language"))
                .or(data::language)
                .or(() -> meta.first("og:locale"))
                .flatMap(LanguageTag::of);
    }

    private static Optional<String> canonical(Document document, MetaTags meta) {
        return attribute(document, "link[rel~=(?i)canonical][href]", "href")
                .or(() -> meta.first("og:url"))
                .flatMap(url -> absolute(document, url));
    }

    private static Optional<String> attribute(Document document, String query, String name) {
        return Optional.ofNullable(document.selectFirst(query))
                .map(element -> element.attr(name).strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> absolute(Document document, String url) {
        Element probe = new Element("a").attr("href", url.strip());
        probe.setBaseUri(document.baseUri());
        return Optional.of(probe.absUrl("href"))
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("https?://[^\\s<>\"]+"));
    }

    private static String plain(String text) {
        String visible = INVISIBLE.matcher(Parser.unescapeEntities(text, false)).replaceAll("");
        return SPACES.matcher(visible).replaceAll(" ").strip();
    }
}
