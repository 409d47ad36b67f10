package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Pages pages =
            new Pages(
                    List.of(
                            new KnownProblem("no-feed", "No feed <there>", 404, "Look & find."),
                            new KnownProblem("not-found", "Nothing", 404, "Look elsewhere.")));

    @Test
    void aProblemSaysWhatItIsAndWhatToDo() {
        var page = Jsoup.parse(text(pages.problem("no-feed").orElseThrow()));

        assertThat(page.selectXpath("//h1").text()).isEqualTo("No feed <there>");
        assertThat(page.select(".lead").text()).isEqualTo("Look & find.");
        assertThat(page.text()).contains("/problems/no-feed").contains("404").doesNotContain("{{");
    }

    @Test
    void aProblemNobodyKnowsHasNoPage() {
        assertThat(pages.problem("../no-feed")).isEmpty();
        assertThat(pages.problem("")).isEmpty();
    }

    @Test
    void theListLeadsToEachProblem() {
        var list = Jsoup.parse(text(pages.problems()));

        assertThat(list.select("dl a").eachAttr("href"))
                .containsExactly("/problems/no-feed", "/problems/not-found");
        assertThat(list.text()).doesNotContain("{{");
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
