package io.parler.loadpost.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14T07:30:00Z",
                "2026-03-14T08:30:00+01:00",
                "2026-03-14T08:30:00.123456+0100",
                "2026-03-14T08:30+01",
                "2026-03-14 07:30:00 UTC",
                "20260314T073000Z",
                "2026-073T07:30:00Z",
                "2026-W11-6T07:30:00Z",
                "Sat, 14 Mar 2026 08:30:00 +0100",
                "Sat,14 Mar 2026 07:30:00 GMT",
                "14 March 2026 07:30 GMT",
                "14-Mar-26 07:30:00",
                "Sat, 14 Mar 26 02:30 EST",
                "Sat, 14 Mar 2026 08:30:00 CET (Europe/Oslo)",
                "Sat, 14 Mar 2026 08:30:00 GMT+1",
                "Sat Mar 14 07:30:00 2026",
                "Sat Mar 14 08:30:00 CET 2026",
                "March 14, 2026 7:30 am",
                "Saturday, March 14th, 2026 at 7:30 AM",
                "Samstag, 14. März 2026 um 08:30 Uhr MEZ",
                "sam. 14 mars 2026 07:30:00",
                "sábado, 14 de marzo de 2026, 07:30",
                "2026-március-14T8:30+01:00",
                "Σάβ, 14 Μαρ 2026 08:30:00 CET",
                "14 марта 2026 07:30",
                "2026년 3월 14일 오전 7:30:00",
                "2026-03-14 오전 7:30:00",
                "2026年3月14日 午前7:30",
                "Sat, 14 Mar 2026 13:00:00+5:30",
                "Sat, 14 Mar 2026 13:00:00 +530",
                "2026-03-14T13:00:00+05:30",
                "Sat, 14 Mar 2026 04:00:00 -3:30",
                "Sat Mar 14 2026 13:00:00 GMT+0530 (India Standard Time)",
                "Saturday, 14-Mar-26 07:30:00 UTC",
                "14.03.2026 07:30",
                "14/03/2026 07:30",
                "03/14/2026 7:30 AM",
                "2026-03-14T04:30:00\u221203:00",
                "14 mars 2026 à 7h30",
                "2026. 3. 14. 07:30",
                "14 مارس 2026 07:30",
                "14 מרץ 2026 07:30",
                "1773473400",
                "1773473400000"
            })
    void aDateIsParsedInEveryCommonFormat(String text) {
        assertThat(DateParser.parse(text)).contains(Instant.parse("2026-03-14T07:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-14|2026-03-14T00:00:00Z",
                "2026/3/14|2026-03-14T00:00:00Z",
                "2026-03|2026-03-01T00:00:00Z",
                "Mar 5, 2026|2026-03-05T00:00:00Z",
                "2 août 2026|2026-08-02T00:00:00Z",
                "2026-03-14T24:00:00Z|2026-03-15T00:00:00Z",
                "2026-06-30T23:59:60Z|2026-06-30T23:59:59Z",
                "14 Mar 2026 오후 7:30|2026-03-14T19:30:00Z",
                "March 14, 2026 12:05 AM|2026-03-14T00:05:00Z",
                "Tue, 05 May 99 10:00:00 PDT|1999-05-05T17:00:00Z",
                "Mon, 05 Jan 2026 10:00:00 NZDT|2026-01-04T21:00:00Z"
            })
    void partialDatesAndEdgeCasesAreParsed(String text, Instant meant) {
        assertThat(DateParser.parse(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-31",
                "2026-13-01",
                "14 Foo 2026",
                "14 Mar 2026 25:00",
                "2026-03-14T08:30:00+99:00",
                "May 5, 2026 was a long day",
                "5 May 2026 was a long day",
                "chapter 3"
            })
    void aTextThatIsNoDateIsEmpty(String text) {
        assertThat(DateParser.parse(text)).isEmpty();
    }

    @Test
    void aLongTextIsNoDate() {
        assertThat(DateParser.parse("1 ".repeat(2_000_000))).isEmpty();
    }
}
