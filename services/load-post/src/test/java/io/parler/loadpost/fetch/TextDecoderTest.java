package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "windows-1252, text/html; charset=ISO-8859-1, “café”",
        "Shift_JIS, text/html; charset=Shift_JIS, 日本語",
        "GB18030, text/html; charset=gb2312, 中文",
        "windows-1251, text/html; charset=windows-1251, Привет",
        "UTF-8, text/html; charset=iso-8859-1, naïve",
        "UTF-16LE, text/html; charset=utf-16le, café",
        "windows-1252, text/html, café",
        "UTF-8, text/html; charset=no-such-set, naïve"
    })
    void theHeaderCountsUnlessTheBytesContradictIt(String charset, String header, String text) {
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)), header))
                .isEqualTo(text);
    }

    @Test
    void theDeclarationInThePageCountsWithoutAHeader() {
        String html = "<html><head><meta charset=\"windows-1251\"></head>Привет";
        assertThat(TextDecoder.decode(html.getBytes(Charset.forName("windows-1251")), "text/html"))
                .isEqualTo(html);
        String xml = "<?xml version='1.0' encoding='EUC-JP'?><rss>日本</rss>";
        assertThat(TextDecoder.decode(xml.getBytes(Charset.forName("EUC-JP")), "text/xml"))
                .isEqualTo(xml);
    }

    @Test
    void aByteOrderMarkCountsMostAndIsNotPartOfTheText() {
        assertThat(
                        TextDecoder.decode(
                                "\ufeffnaïve".getBytes(StandardCharsets.UTF_8),
                                "text/html; charset=windows-1252"))
                .isEqualTo("naïve");
        assertThat(TextDecoder.decode("\ufeffnaïve".getBytes(StandardCharsets.UTF_16BE), ""))
                .isEqualTo("naïve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void theWidthOfTheFirstCharacterCountsMoreThanADeclaration(String charset) {
        String xml = "<?xml version='1.0' encoding='utf-8'?><rss>naïve</rss>";
        byte[] bytes = xml.getBytes(Charset.forName(charset));
        assertThat(TextDecoder.decode(bytes, "text/xml; charset=utf-8")).isEqualTo(xml);
        byte[] marked = ("\ufeff" + xml).getBytes(Charset.forName(charset));
        assertThat(TextDecoder.decode(marked, "text/xml; charset=utf-8")).isEqualTo(xml);
    }

    @Test
    void oneBadByteInAShortTextIsReplaced() {
        String text = "Le café était fermé à %midi, où êtes-vous";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('%')] = (byte) 0xe9;

        assertThat(TextDecoder.decode(bytes, "text/html")).isEqualTo(text.replace('%', '\ufffd'));
    }
}
