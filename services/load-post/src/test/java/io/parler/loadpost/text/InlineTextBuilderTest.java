package io.parler.loadpost.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.TestPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineTextBuilderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    one <b> two</b> three | one two three
                    one<b>two</b>three | onetwothree
                    one <i>two </i>, three | one two , three
                    illu&shy;mi&#8203;nated light<wbr>house | illuminated lighthouse
                    20&nbsp;m &nbsp; high | 20 m high
                    灯台は<b>海</b>の<a href="/a">光</a>である。 | 灯台は海の光である。
                    灯台は¶   海の¶<b>光</b>である。 | 灯台は海の光である。
                    灯台 と¶light | 灯台 と light
                    <ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>の光 | とうだいの光
                    well done <img class="emoji" alt="🎉" src="/e.svg"> all | well done 🎉 all
                    well done <img alt="🎉" src="https://cdn.example/twemoji/1f389.svg"> all | well done 🎉 all
                    """)
    void whiteSpaceAndInvisibleCharactersAreRemoved(String html, String text) {
        assertThat(
                        TestPages.blocksAmidText("<p>" + html.replace('¶', '\n') + "</p>")
                                .getFirst()
                                .text())
                .isEqualTo(text);
    }
}
