package io.parler.loadpost.article;

import static io.parler.loadpost.article.TestPages.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitleTest {
    private static final String SUBTITLE = "What the fog hid, and why";
    private static final String FIRST =
            "The ferry left at seven, as it does on weekdays, with four cars and a horse on it.";
    private static final String TEXT =
            ("<p>" + FIRST + " The skipper, who had slept badly, said nothing until noon.</p>")
                    .repeat(4);

    private static List<String> read(String body) {
        return spoken(TestPages.article("<title>The ferry at noon</title><body>" + body).blocks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<main><article><header class=post-header><h1>The ferry at noon</h1><div class=post-description>%s</div>"
                        + "<div class=post-meta><span>February 3, 2026</span> · <span>3 min</span></div></header>"
                        + "<div class=post-content>%s</div></article></main>",
                "<main><article><header><span class=kicker>Harbour</span><h1>The ferry at noon</h1><p class=standfirst>%s</p>"
                        + "<div class=byline>By Ada Ferrer</div></header><div class=story>%s</div></article></main>"
            })
    void isReadButNotTheBylineBesideIt(String page) {
        List<String> spoken = read(page.formatted(SUBTITLE, TEXT));

        assertThat(spoken).hasSize(5).startsWith(SUBTITLE);
        assertThat(spoken.get(1)).startsWith(FIRST);
    }

    @Test
    void isNotReadIfItIsTheStartOfTheText() {
        String page =
                "<article><header class=post-header><h1>The ferry at noon</h1>"
                        + "<p class=post-excerpt>The ferry left at seven, as it does…</p></header>"
                        + "<div class=post-content>"
                        + TEXT
                        + "</div></article>";

        assertThat(read(page)).hasSize(4).allMatch(text -> text.startsWith(FIRST));
    }

    @Test
    void aTopicOrALinkBelowTheTitleIsNoSubtitle() {
        String page =
                "<article><header class=post-header><h1>The ferry at noon</h1><h3>Harbour</h3>"
                        + "<h4><a href=/more>More of the news from here</a></h4></header><div class=post-content>"
                        + TEXT
                        + "</div></article>";

        assertThat(read(page)).hasSize(4);
    }
}
