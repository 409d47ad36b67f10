package io.parler.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {
    private final ProblemPages pages = new ProblemPages();

    @Test
    void everyPageSaysWhatTheProblemIsAndWhatToDo() {
        assertThat(ProblemType.values())
                .allSatisfy(
                        type -> {
                            Element page =
                                    Jsoup.parse(text(pages.problem(type.slug()).orElseThrow()));
                            assertThat(page.selectXpath("//h1").text()).isEqualTo(type.title());
                            assertThat(page.select(".lead").text()).isEqualTo(type.help());
                            assertThat(page.text())
                                    .contains(type.path(), Integer.toString(type.status()))
                                    .doesNotContain("{{");
                        });
    }

    @Test
    void anUnknownProblemHasNoPage() {
        assertThat(pages.problem("../no-feed")).isEmpty();
        assertThat(pages.problem("")).isEmpty();
    }

    @Test
    void theListLinksToEveryProblem() {
        Element list = Jsoup.parse(text(pages.list()));

        assertThat(list.select("dl a").eachAttr("href"))
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemType.values()).map(ProblemType::path).toList());
        assertThat(list.text()).doesNotContain("{{");
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
