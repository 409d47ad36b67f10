package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
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
                "Boiling a kettle [The Kettle]; Boiling a kettle; Boiling a kettle",
                "Boiling a kettle · The Kettle; Boiling a kettle; Boiling a kettle",
                "Boiling a kettle :: The Kettle; Boiling a kettle; Boiling a kettle",
                "Boiling a kettle ⋆ The Kettle; Boiling a kettle; Boiling a kettle",
                "Boiling a kettle « Tea « The Kettle; Boiling a kettle; Boiling a kettle",
                "The Kettle » Boiling a kettle; Boiling a kettle; Boiling a kettle",
                "java - Boiling a kettle - The Kettle; Boiling a kettle; Boiling a kettle",
                "Boiling a kettle : r/kettles; Boiling a kettle; Boiling a kettle",
                "薬缶の話｜湯の新聞; 薬缶の話; 薬缶の話",
                "水壶的故事-茶水网; 水壶的故事; 水壶的故事",
                "Boiling an old kettle slowly | The Kettle; The Kettle; Boiling an old kettle slowly",
                "Kettles: the people who boil; Menu; Kettles: the people who boil",
                "Kettles: the people who boil; Kettles; Kettles: the people who boil",
            })
    void theTitleIsReadWithoutTheSitesName(String title, String heading, String expected) {
        String page = "<title>%s</title><h1>%s</h1><p>Text.".formatted(title, heading);

        assertThat(Metadata.of(Jsoup.parse(page)).title()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The Arrival - Tide and Timber; The Arrival",
                "The Arrival | Tide and Timber; The Arrival",
                "Tide and Timber: The Arrival; The Arrival",
                "The Arrival_Tide and Timber; The Arrival",
                "The Arrival [Tide and Timber]; The Arrival",
                "[Tide and Timber] The Arrival; The Arrival",
                "The Arrival (Tide and Timber); The Arrival",
                "The Arrival ‹ Tide and Timber; The Arrival",
                "The Arrival @ Tide and Timber; The Arrival",
                "The Arrival | Tide and Timber - Boats and more; The Arrival",
                "The Arrival of Boats | Oak | Tide and Timber; The Arrival of Boats",
                "The Arrival by Tide and Timber; The Arrival by Tide and Timber",
                "Tide and Timber; Tide and Timber",
                "The tide and timber of old; The tide and timber of old",
            })
    void theSitesNameIsRemovedWhereThePageNamesIt(String title, String expected) {
        String page =
                "<meta property=og:site_name content='Tide and Timber'><meta property=og:title content='%s'>"
                        .formatted(title);

        assertThat(Metadata.of(Jsoup.parse(page)).title()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The Arrival - tideandtimber.example; The Arrival",
                "The Arrival | Tide and Timber; The Arrival",
                "The Arrival | The Tide and Timber; The Arrival",
                "The Arrival | Tide; The Arrival | Tide",
                "The Arrival - Ada Ferrer - Tide and Timber; The Arrival",
            })
    void theSitesNameIsAlsoThatOfItsHost(String title, String expected) {
        String page =
                "<meta name=author content='Ada Ferrer'><meta property=og:title content='%s'>"
                        .formatted(title);

        assertThat(
                        Metadata.of(Jsoup.parse(page, "https://www.tideandtimber.example/arrival"))
                                .title())
                .isEqualTo(expected);
    }

    @Test
    void theNameOfASiteInTheLettersOfAnotherScriptIsNoTitle() {
        String title = "Как удалить аккаунт: VK удаляет всё";
        String page =
                "<meta property=og:site_name content=VK><meta property=og:title content='%s'>"
                        .formatted(title);

        assertThat(Metadata.of(Jsoup.parse(page)).title()).isEqualTo(title);
    }

    @Test
    void theHeadingOfASectionIsNotTheTitle() {
        String title = "Kettle – why we left it";
        String page =
                "<meta property=og:title content='%s'><h2>Reasons</h2><h2>Kettle</h2>"
                        .formatted(title);

        assertThat(Metadata.of(Jsoup.parse(page)).title()).isEqualTo(title);
    }
}
