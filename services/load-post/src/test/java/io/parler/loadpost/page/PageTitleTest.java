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
                "Kettles - a short history; Kettles - a short history; Kettles - a short history",
                "E-mail - the old way of writing; E-mail - the old way of writing; E-mail - the old way of writing",
                "E-mail - the old way of writing; Menu; the old way of writing",
            })
    void theTitleIsReadWithoutTheSitesName(String title, String heading, String expected) {
        String page = "<title>%s</title><h1>%s</h1><p>Text.".formatted(title, heading);

        assertThat(PageTitle.of(Jsoup.parse(page))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The Arrival - Tide and Timber; The Arrival",
                "The Arrival | Tide and Timber; The Arrival",
                "Tide and Timber: The Arrival; The Arrival",
                "The Arrival_Tide and Timber; The Arrival",
                "Tide and Timber; Tide and Timber",
                "The tide and timber of old; The tide and timber of old",
            })
    void theSitesNameIsRemovedWhereThePageNamesIt(String title, String expected) {
        String page =
                "<meta property=og:site_name content='Tide and Timber'><meta property=og:title content='%s'>"
                        .formatted(title);

        assertThat(Metadata.of(Jsoup.parse(page)).title()).isEqualTo(expected);
    }
}
