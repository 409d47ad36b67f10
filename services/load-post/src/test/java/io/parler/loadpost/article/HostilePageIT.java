package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
    void aHostilePageEndsInAnArticleOrARefusalAndSoon(Page page) {
        var reading =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> new ArticleReader().read(page.html, "https://hostile.example/"));
        assertThat(reading).isNotNull();
    }
}
