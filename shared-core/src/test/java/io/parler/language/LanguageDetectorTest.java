package io.parler.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The yard at the mouth of the river was quiet since the storms, and nobody thought that it would be used again before the spring came.",
                "de | Die Werft an der Mündung des Flusses war seit den Stürmen still, und niemand dachte, dass sie vor dem Frühling noch gebraucht wird.",
                "pl | Stocznia u ujścia rzeki była cicha od czasu burz i nikt nie myślał, że pochylnia będzie używana, zanim przyjdzie wiosna. To było już dawno.",
                "cs | Loděnice u ústí řeky byla od bouří tichá a nikdo si nemyslel, že se skluz bude používat, než přijde jaro. Bylo to už dávno.",
                "fi | Telakka joen suulla oli hiljainen myrskyjen jälkeen, eikä kukaan uskonut, että sitä käytettäisiin ennen kuin kevät tulee. Se oli jo kauan sitten.",
                "hu | A folyó torkolatánál a hajógyár csendes volt a viharok óta, és senki nem gondolta, hogy a sólyát már a tavasz előtt használni fogják.",
                "id | Galangan kapal di muara sungai itu sepi sejak badai, dan tidak ada yang mengira bahwa tempat itu akan dipakai lagi sebelum musim semi.",
                "lv | Kuģu būvētava upes grīvā bija klusa kopš vētrām, un neviens nedomāja, ka to vēl lietos pirms pavasara. Tas bija jau sen un tālu no šejienes.",
                "nb | Verftet ved munningen av elva hadde vært stille siden stormene, og ingen trodde at det ville bli brukt før våren kom. Det var lenge siden, og jeg husker det ikke.",
                "da | Værftet ved mundingen af åen havde været stille siden stormene, og ingen troede, at det ville blive brugt, før foråret kom. Det var længe siden, og jeg husker det ikke.",
                "sv | Varvet vid flodens mynning hade varit tyst sedan stormarna, och ingen trodde att det skulle användas innan våren kom. Det är länge sedan och jag minns det inte.",
                "ro | Șantierul de la gura râului era liniștit după furtuni și nu credea nimeni că o să fie folosit în primăvară. A fost demult, dar este și acum acolo.",
                "nl | De werf aan de monding van de rivier was stil sinds de stormen, en niemand dacht dat hij nog gebruikt zou worden voor het voorjaar.",
                "uk | Верф у гирлі річки була тиха від часу бурі, і ніхто не думав, що її ще використають до весни. Це було давно.",
                "ru | Верфь в устье реки была тиха с тех пор, как прошли бури, и никто не думал, что её ещё будут использовать. Это было давно.",
                "bg | Корабостроителницата при устието на реката беше тиха след бурите и никой не мислеше, че тя ще бъде нужна преди пролетта.",
                "fa | کارگاه کشتی‌سازی در دهانه رودخانه از زمان توفان‌ها آرام بود و هیچ کس فکر نمی‌کرد که پیش از بهار از آن استفاده شود.",
                "ur | دریا کے دہانے پر جہاز سازی کا کارخانہ طوفانوں کے بعد سے خاموش تھا اور کسی نے نہیں سوچا تھا کہ وہ بہار سے پہلے استعمال ہو گا۔",
                "ar | كان حوض السفن عند مصب النهر هادئا منذ العواصف ولم يفكر أحد في أنه سيستخدم قبل أن يأتي الربيع.",
                "ja | 港の庭は嵐のあと静かで、春が来るまで誰もそこを使うとは思わなかった。",
                "zh | 港口的院子从暴风雨以来一直很安静，没有人认为滑道会在春天到来之前使用。",
            })
    void aParagraphIsEnough(String language, String text) {
        assertThat(LanguageDetector.detect(text)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"en, pl", "de, cs", "en, fi", "ru, uk", "ar, fa"})
    void aWrongDeclarationIsContradicted(String declared, String language) {
        String text =
                switch (language) {
                    case "pl" ->
                            "Stocznia u ujścia rzeki była cicha od czasu burz i nikt nie myślał, że to się jeszcze zmieni.";
                    case "cs" ->
                            "Loděnice u ústí řeky byla od bouří tichá a nikdo si nemyslel, že se to ještě změní, než přijde jaro.";
                    case "fi" ->
                            "Telakka joen suulla oli hiljainen, ja se on sitä nyt myös, mutta kun kevät tuli, niin kaikki oli toisin.";
                    case "uk" ->
                            "Верф у гирлі річки була тиха від часу бурі, і ніхто не думав, що її ще використають до весни. Це було.";
                    default ->
                            "کارگاه کشتی‌سازی در دهانه رودخانه از زمان توفان‌ها آرام بود و هیچ کس فکر نمی‌کرد که پیش از بهار چنین شود.";
                };

        assertThat(LanguageDetector.contradicting(declared, text.repeat(3))).contains(language);
    }
}
