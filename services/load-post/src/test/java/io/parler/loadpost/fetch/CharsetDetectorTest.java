package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetDetectorTest {
    @ParameterizedTest
    @CsvSource({
        "GBK, 港口的院子从暴风雨以来一直很安静，没有人认为滑道会在春天到来之前使用。她用印刷生意的钱买下了它。",
        "Big5, 港口的院子從暴風雨以來一直很安靜，沒有人認為滑道會在春天到來之前使用。她用印刷生意的錢買下了它。",
        "Shift_JIS, 港の庭は嵐のあと静かで、春が来るまで誰もそこを使うとは思わなかった。彼女はそれを印刷の仕事で得たお金で買った。",
        "EUC-JP, 港の庭は嵐のあと静かで、春が来るまで誰もそこを使うとは思わなかった。彼女はそれを印刷の仕事で得たお金で買った。",
        "EUC-KR, 강 어귀의 조선소는 폭풍 이후로 조용했고 봄이 오기 전에 선대가 쓰일 것이라고는 아무도 생각하지 않았다.",
        "windows-1251, Верфь в устье реки была тиха с тех пор и никто не думал что стапель понадобится до весны.",
        "KOI8-R, Верфь в устье реки была тиха с тех пор и никто не думал что стапель понадобится до весны.",
        "windows-1252, “Città perché caffè” – l’été à la plage; où êtes-vous allé?",
        "windows-1252, Über größere Maße für Wörter fällt mir öfter Ähnliches ein.",
    })
    void aPageWithoutADeclarationIsReadByItsBytes(String charset, String text) {
        String page = "<html><title>" + text + "</title><p>" + text + "</p></html>";

        assertThat(TextDecoder.decode(page.getBytes(Charset.forName(charset)), "text/html"))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, pl, Zażółć gęślą jaźń i więcej łódek w źródłach.",
        "windows-1253, el, Το ναυπηγείο στις εκβολές του ποταμού ήταν ήσυχο.",
        "windows-1254, tr, Nehrin ağzındaki tersane fırtınalardan beri sessizdi şimdi.",
        "windows-1255, he, המספנה שבפתח הנהר הייתה שקטה מאז הסערות",
    })
    void otherwiseTheLanguageOfThePageDecides(String charset, String language, String text) {
        String page = "<html lang='" + language + "'><p>" + text + text + "</p></html>";

        assertThat(TextDecoder.decode(page.getBytes(Charset.forName(charset)), "text/html"))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "none", "iso-8859-1"})
    void oneBadByteOfAPageInUtf8IsReplaced(String declared) {
        String text =
                "<p>El automóvil más rápido pasó por aquí después, según él mismo, "
                        + "y también él lo vio.</p>";
        byte[] bytes = (text + "X" + text).getBytes(StandardCharsets.UTF_8);
        bytes[text.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xe8;
        String header = declared.equals("none") ? "text/html" : "text/html; charset=" + declared;

        assertThat(TextDecoder.decode(bytes, header)).isEqualTo(text + "\ufffd" + text);
    }

    @Test
    void aDeclarationFarDownTheHeadCounts() {
        String page =
                "<html><head><style>"
                        + "a{} ".repeat(5_000)
                        + "</style><meta charset=koi8-r></head><p>да";

        assertThat(TextDecoder.decode(page.getBytes(Charset.forName("KOI8-R")), "text/html"))
                .isEqualTo(page);
    }

    @Test
    void aDeclarationThatTheBodyQuotesDoesNotCount() {
        String page = "<html><body><p>café &lt;<meta charset=koi8-r>";

        assertThat(TextDecoder.decode(page.getBytes(Charset.forName("windows-1252")), "text/html"))
                .isEqualTo(page);
    }
}
