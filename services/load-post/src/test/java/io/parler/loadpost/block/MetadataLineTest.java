package io.parler.loadpost.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataLineTest {
    private static Optional<String> reason(String line) {
        return new MetadataLine(Optional.of("Ada Ferrer")).reason(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 12 Apr 2012",
                "Δευτέρα, 12 Ιανουαρίου 2012 14:30",
                "Δημοσίευση: 12 Μαρτίου 2012, 14:30",
                "12 kwietnia 2012, 14:30",
                "Opublikowano: piątek, 3 lutego 2012",
                "Ostatnia aktualizacja: 12 kwietnia 2012",
                "12 января 2012, 14:30",
                "Понедельник, 12 января 2012 г., 14:30",
                "12 апреля 2012 года",
                "12 квітня 2012",
                "2012. április 12., csütörtök",
                "12. huhtikuuta 2012",
                "12. dubna 2012",
                "12 Nisan 2012 Pazartesi",
                "2 mei 2012 om 14:00 uur",
                "Dodano: 2 marca 2026, 10:15",
                "Aggiornato il 2 marzo 2026 alle 10:15",
                "02/03/2026 às 10h15",
                "입력 2026.03.02. 오전 10:15",
                "نشر في 2 مارس 2026",
                "March 2, 2026 | Lamps",
                "Harbour — 2 March 2026"
            })
    void aDateIsRecognizedInManyLanguages(String line) {
        assertThat(reason(line)).contains("the date again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 lamps 2012 burned",
                "The 12 horsemen 2012",
                "12 людей 2012",
                "May 2012 was a wet month",
                "Понедельник, тяжёлый день"
            })
    void aLineThatSaysSomethingIsNoDate(String line) {
        assertThat(reason(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March 3, 2026 · Ida Brandt",
                "Ida Brandt and Ole Vik, 3 March 2026",
                "Ida Brandt · 4 min read",
                "Door Ida Brandt",
                "Autor: Ida Brandt"
            })
    void aNameBesideADateIsAByline(String line) {
        assertThat(reason(line)).contains("the byline again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Press Release, 3 March 2026",
                "Ida Brandt went to sea on 3 March 2026",
                "The Lamp, 3 March 2026",
                "The lamp went out — 3 March 2026",
                "Ida Brandt"
            })
    void otherWordsBesideADateAreNoByline(String line) {
        assertThat(reason(line)).isEmpty();
    }
}
