package io.parler.polly.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0               | zero
                    7               | seven
                    13              | thirteen
                    40              | forty
                    101             | one hundred one
                    1,234,567       | one million two hundred thirty four thousand five hundred sixty seven
                    007             | zero zero seven
                    3.14            | three point one four
                    .5              | zero point five
                    -5              | minus five
                    ~20             | about twenty
                    12.5%           | twelve point five percent
                    20°C            | twenty degrees celsius
                    10+             | ten plus
                    1st             | first
                    22nd            | twenty second
                    40th            | fortieth
                    1984            | nineteen eighty four
                    1900            | nineteen hundred
                    1905            | nineteen oh five
                    2000            | two thousand
                    2005            | two thousand five
                    2024            | twenty twenty four
                    1990s           | nineteen nineties
                    2024-05-17      | may seventeenth twenty twenty four
                    10:30           | ten thirty
                    9:05am          | nine oh five a m
                    12:00           | twelve o'clock
                    $5              | five dollars
                    $1              | one dollar
                    £12.50          | twelve pounds fifty
                    €1.5bn          | one point five billion euros
                    $100K           | one hundred thousand dollars
                    3-5             | three to five
                    1.2.3           | one point two point three
                    v2.0.10         | version two point zero point ten
                    """)
    void numbersAreExpandedToWords(String written, String spoken) {
        assertThat(said(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello           | hello
                    don’t           | don't
                    café            | cafe
                    Straße          | strasse
                    HTML            | h t m l
                    AWS             | ay w s
                    NASA            | nasa
                    HOW             | how
                    URLs            | u r l s
                    x86_64          | x eighty six sixty four
                    camelCaseName   | camel case name
                    HTTPServer      | h t t p server
                    foo()           | foo
                    C++             | c plus plus
                    a/b             | a slash b
                    https://www.example.com/some-page/?q=1#top | example dot com slash some page
                    jo@example.org  | jo at example dot org
                    github.com/parler | github dot com slash parler
                    """)
    void identifiersAndAddressesAreExpandedToWords(String written, String spoken) {
        assertThat(said(written)).isEqualTo(spoken);
    }

    @Test
    void anAbbreviationIsExpandedBeforeAPeriod() {
        assertThat(TextNormalizer.normalize("Dr", true)).isEqualTo(List.of("doctor"));
        assertThat(TextNormalizer.normalize("e.g", true)).isEqualTo(List.of("for", "example"));
        assertThat(TextNormalizer.normalize("Dr", false)).isEqualTo(List.of("dr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "Привет", "مرحبا", "😀", "•", "***"})
    void unpronounceableTextHasNoWords(String written) {
        assertThat(TextNormalizer.normalize(written, false)).isEmpty();
    }

    @Test
    void aLongAddressIsShortened() {
        String address = "https://example.com/" + "very/long/path/".repeat(50);
        assertThat(TextNormalizer.normalize(address, false)).hasSizeLessThan(24);
    }

    private static String said(String written) {
        return TextNormalizer.normalize(written, false).stream().collect(Collectors.joining(" "));
    }
}
