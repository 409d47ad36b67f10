package io.parler.loadpost.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A blue kettle                                         | A blue kettle",
                "Blue?&lt;br&gt;&lt;small&gt;By &lt;a href=x&gt;Ida&lt;/a&gt;&lt;/small&gt; | Blue? By Ida",
                "a &lt; b and c &gt; d                                 | a < b and c > d",
            })
    void markupIsRemovedFromAnAltText(String alt, String words) {
        Document page =
                Jsoup.parse("<img src=/k.png alt='%s'>".formatted(alt), "https://example.org/");

        assertThat(ImageUrl.of(page.getElementsByTag("img").getFirst()).orElseThrow().alt())
                .isEqualTo(words);
    }
}
