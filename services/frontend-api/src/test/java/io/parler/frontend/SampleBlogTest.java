package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/// The sample blog has everything twice, in its pages and in its feed, and contains everything a
/// voice may stumble over.
class SampleBlogTest {
    private static final String ORIGIN = "http://127.0.0.1:8080";
    private final SiteFiles site = new SiteFiles(ORIGIN);

    @Test
    void theFeedIsWellFormedAtAnyOrigin() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] feed = site.get("/sample/feed.xml").orElseThrow().bytes();

        var channel = factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));

        assertThat(channel.getElementsByTagName("item").getLength()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyPostOfTheFeedIsAPageAndSaysThere() {
        for (Element item : items()) {
            var page = page(item);

            assertThat(page.select("h1").text()).isEqualTo(title(item));
            assertThat(normal(content(item)))
                    .isEqualTo(normal(page.select(".post-content").getFirst()));
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(link(item));
        }
    }

    @Test
    void everyPageLeadsToTheFeed() {
        for (Element item : items()) {
            assertThat(page(item).select("link[rel=alternate]").attr("href"))
                    .isEqualTo("/sample/feed.xml");
        }
    }

    @Test
    void theNewestPostComesFirstAndIsShort() {
        List<ZonedDateTime> dates = new ArrayList<>();
        for (Element item : items()) {
            dates.add(
                    ZonedDateTime.parse(
                            item.select("pubDate").text(), DateTimeFormatter.RFC_1123_DATE_TIME));
        }

        assertThat(dates).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(words(items().getFirst())).isBetween(150, 250);
        assertThat(items()).allSatisfy(item -> assertThat(words(item)).isBetween(150, 500));
    }

    @Test
    void togetherThePostsHoldWhatAVoiceMayStumbleOver() {
        Element all = new Element("div");
        items().forEach(item -> all.appendChildren(content(item).childNodesCopy()));

        assertThat(
                        List.of(
                                "h2",
                                "ol > li",
                                "ul > li",
                                "ol ul > li",
                                "blockquote",
                                "pre > code[class*=language-]",
                                "table thead th",
                                "figure > img[alt][src$=.png]",
                                "figure > img[alt][src$=.svg]",
                                "figcaption",
                                "[lang=fr]",
                                "[lang=de]",
                                "[role=doc-noteref]",
                                ".footnotes li",
                                "a[href^=https]",
                                "p:matchesOwn(https://\\S+)"))
                .allSatisfy(what -> assertThat(all.select(what)).as(what).isNotEmpty());
    }

    private Elements items() {
        String feed =
                new String(
                        site.get("/sample/feed.xml").orElseThrow().bytes(), StandardCharsets.UTF_8);
        return Jsoup.parse(feed, "", Parser.xmlParser()).select("item");
    }

    private org.jsoup.nodes.Document page(Element item) {
        assertThat(link(item)).startsWith(ORIGIN + "/");
        Document page = site.get(URI.create(link(item)).getPath()).orElseThrow();
        return Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));
    }

    private static Element content(Element item) {
        return Jsoup.parseBodyFragment(item.select("content|encoded").text()).body();
    }

    private static int words(Element item) {
        return content(item).text().split("\\s+").length;
    }

    private static String title(Element item) {
        return item.select("> title").text();
    }

    private static String link(Element item) {
        return item.select("> link").text();
    }

    private static String normal(Element element) {
        return element.html().replaceAll("\\s+", " ").strip();
    }
}
