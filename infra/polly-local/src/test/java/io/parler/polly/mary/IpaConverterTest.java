package io.parler.polly.mary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpaConverterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "krɒn           | ' k r A n",
                "ˈkuːbɚˌnɛtiːz  | ' k u - b r= - n E - t i z",
                "paʁle          | ' p A r - l E",
                "kəˈmɑːnd       | k @ - ' m A n d",
                "tʃeɪn.dʒə      | ' tS EI n - dZ @",
                "ʔˈa            | ",
            })
    void ipaIsConvertedToSyllablesOfTheNearestPhones(String ipa, String phones) {
        assertThat(IpaConverter.phones(ipa).orElse(null)).isEqualTo(phones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "krn", "ǃa", "ˈ", "語"})
    void unknownIpaIsRejected(String ipa) {
        assertThat(IpaConverter.phones(ipa)).isEmpty();
    }
}
