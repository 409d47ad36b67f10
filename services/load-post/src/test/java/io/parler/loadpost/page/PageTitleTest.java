package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Kettle 2.0 released - The Kettle Blog; Kettle 2.0 released; Kettle 2.0 released",
                "Tea | Kettle; Tea; Tea",
                "Tea - a love story - Kettle; Tea - a love story; Tea - a love story",
                "Kettle - Wikipedia; Kettles; Kettle - Wikipedia",
                "Watched kettles boil like any other - Kettle; Menu; Watched kettles boil like any other",
                "Well-made kettles boil; Well; Well-made kettles boil",
            })
    void theTitleIsReadWithoutTheSitesName(String title, String heading, String expected) {
        String page = "<title>%s</title><h1>%s</h1><p>Text.".formatted(title, heading);

        assertThat(PageTitle.of(Jsoup.parse(page))).isEqualTo(expected);
    }
}
