package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.CpuTime;
import io.parler.loadpost.page.Page;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilePageIT {
    enum Page {
        NESTED_BLOCKS("<div>".repeat(200_000) + "text"),
        NESTED_SPANS("<span>".repeat(200_000) + "text"),
        NESTED_LISTS("<ul><li>".repeat(100_000) + "text"),
        NESTED_TABLES("<table><tr><td>".repeat(60_000) + "text"),
        NESTED_FORMATTING("<b><i><a href=x>".repeat(60_000) + "text"),
        CLOSED_BLOCKS("<div>".repeat(200_000) + "text" + "</div>".repeat(200_000)),
        ONE_LONG_TEXT("<p>" + "word ".repeat(4_000_000)),
        MANY_ATTRIBUTES("<p " + attributes() + ">text"),
        MANY_BREAKS("<p>text" + "<br>".repeat(1_000_000)),
        MANY_ROWS("<table>" + "<tr><td>a<td>b".repeat(15_000)),
        SOME_TABLES("<table><tr><td>".repeat(100) + "<tr><td>text".repeat(10_000)),
        SOME_BREAKS("text<br><br>".repeat(10_000)),
        DEEP_TEXT("<div>".repeat(300) + "<p>A sentence, with a comma. ".repeat(10_000)),
        MANY_PARAGRAPHS("<p>A sentence, with a comma, of some length.".repeat(20_000)),
        MANY_LINKS("<a href=x>a link</a>".repeat(20_000)),
        UNENDING_TAG("<p " + "a".repeat(5_000_000)),
        TABLES_IN_TABLES(
                "<table><tr><td>".repeat(130) + "<p>A sentence, with a comma.".repeat(30_000)),
        LINKS_IN_LISTS("<ul><div>".repeat(70) + "<a href=x>a link</a> ".repeat(49_000)),
        LISTS_IN_LISTS("<ul><li>".repeat(140) + "<li>A sentence, with a comma.".repeat(40_000)),
        SHARES_IN_SHARES("<div class=share>".repeat(390) + "<p>A sentence.".repeat(40_000)),
        LONG_TITLE(
                "<title>"
                        + "word and another ".repeat(5_000)
                        + "</title>"
                        + "<h2>some words as well</h2>".repeat(40_000)
                        + "text"),
        TITLE_OF_DASHES("<title>" + "a - ".repeat(1_200_000) + "</title>text"),
        AUTHOR_OF_DASHES("<meta name=author content='Ann" + " -".repeat(1_000_000) + "'>text"),
        AUTHORS_IN_AUTHORS("<div class=author>".repeat(140) + "<p>A sentence.".repeat(40_000)),
        LONG_HEADING("<title>a b c</title><h1>" + "a b c d ".repeat(600_000) + "</h1>text"),
        CLASS_OF_MILLIONS("<div class='" + "a-share ".repeat(600_000) + "'>text"),
        STYLE_OF_SPACES("<p style='" + ("display" + " ".repeat(3000)).repeat(1500) + "'>text"),
        ONLY_CLOSED("text" + "</p>".repeat(1_000_000)),
        LONG_SCRIPT("text<script>" + "var a = '<p>';".repeat(400_000)),
        BLANK_LINES("<pre>text" + "\n \n ".repeat(1_000_000) + "text"),
        SPACES("<p>text" + "&nbsp;".repeat(800_000) + "text"),
        DOLLARS("<p>" + "$$ \\( ".repeat(700_000)),
        DEEP_JSON("<script type=application/ld+json>" + "[".repeat(1_000_000) + "</script>text");

        private final String html;

        Page(String html) {
            this.html = html;
        }

        private static String attributes() {
            var out = new StringBuilder();
            for (int i = 0; i < 500_000; i++) {
                out.append('a').append(i).append("=1 ");
            }
            return out.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostilePageIsReadOrRefusedInLittleTime(Page page) {
        ArticleResult reading =
                CpuTime.within(
                        Duration.ofSeconds(20),
                        () -> new ArticleReader().read(page.html, "https://hostile.example/"));
        assertThat(reading).isNotNull();
    }
}
