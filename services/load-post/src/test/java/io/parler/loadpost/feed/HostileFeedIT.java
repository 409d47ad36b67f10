package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.CpuTime;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Feeds that are made to be expensive: each is read or refused in little CPU time.
class HostileFeedIT {
    private static final int SIZE = 1_000_000;
    private static final String OPEN = "<rss><channel><item>";

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("nested elements", filled(OPEN, "<a>")),
                bomb("nested items", filled("<rss><channel>", "<item>")),
                bomb(
                        "nested markup in a section",
                        filled(OPEN + "<description><![CDATA[", "<b><table><tr><td>")),
                bomb("nested escaped markup", filled(OPEN + "<description>", "&lt;table>&lt;td>")),
                bomb("nested media", filled(OPEN, "<media:content>")),
                bomb("attributes", filled(OPEN + "<x ", "a='1' ")),
                bomb("distinct attributes", numbered(OPEN + "<x ", "a%d='1' ")),
                bomb("prefixes", numbered("<rss ", "xmlns:a%d='x' ") + "><channel><item/>"),
                bomb("namespaces", numbered(OPEN, "<n:y xmlns:n='%d'/>")),
                bomb("one attribute", filled(OPEN + "<x a='", "b") + "'/>"),
                bomb("open comments", filled(OPEN, "<!--")),
                bomb("open sections", filled(OPEN, "<![CDATA[")),
                bomb("open doctypes", filled("", "<!DOCTYPE [")),
                bomb("open tags", filled(OPEN, "<a b=\"")),
                bomb("closing tags", filled(OPEN + "<a>".repeat(90), "<b></c>")),
                bomb("a long author", filled(OPEN + "<author>", "a")),
                bomb("a long date", filled(OPEN + "<pubDate>", "1 ")),
                bomb("many authors", filled(OPEN, "<author>a@b (c)</author>")),
                bomb("many links", filled("<feed><entry>", "<link href='x'/>")),
                bomb(
                        "relative links",
                        filled(
                                "<rss xml:base='https://b.example/'>"
                                        + "<item><description><![CDATA[",
                                "<a href='x")),
                bomb(
                        "an entity",
                        filled(
                                "<!DOCTYPE r [<!ENTITY a '"
                                        + "x".repeat(200)
                                        + "'>]>"
                                        + OPEN
                                        + "<title>",
                                "&a;")),
                bomb(
                        "a billion laughs",
                        numbered("<!DOCTYPE r [", "<!ENTITY a%d '&b;&b;'>")
                                + "]>"
                                + OPEN
                                + "<title>&a0;"),
                bomb("nested lists of JSON", filled("{\"items\":", "[")),
                bomb("empty items of JSON", filled("{\"items\":[", "{},") + "]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aHostileFeedIsReadOrRefusedInLittleTime(String name, String text) {
        FeedResult reading = CpuTime.within(Duration.ofSeconds(20), () -> TestFeeds.reading(text));
        assertThat(reading)
                .as(name)
                .satisfiesAnyOf(
                        r -> assertThat(r).isInstanceOf(FeedResult.Unreadable.class),
                        r -> assertThat(r).isInstanceOf(FeedResult.NotAFeed.class),
                        r ->
                                assertThat(r)
                                        .isInstanceOfSatisfying(
                                                FeedResult.Found.class,
                                                found ->
                                                        assertThat(found.feed().posts())
                                                                .hasSizeLessThanOrEqualTo(5_000)));
    }

    private static Arguments bomb(String name, String text) {
        return Arguments.of(name, text);
    }

    private static String filled(String start, String part) {
        return start + part.repeat(SIZE / part.length());
    }

    private static String numbered(String start, String part) {
        var text = new StringBuilder(start);
        IntStream.iterate(0, i -> text.length() < SIZE, i -> i + 1)
                .forEach(i -> text.append(String.format(part, i)));
        return text.toString();
    }
}
