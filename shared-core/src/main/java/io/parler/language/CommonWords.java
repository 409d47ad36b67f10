package io.parler.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The most common short words of languages in the Latin script.
final class CommonWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> WORDS =
            Map.ofEntries(
                    common(
                            "en",
                            "the and of to in is that it for was with as on are this "
                                    + "be have you not they from by which but had at were their has been would"),
                    common(
                            "de",
                            "der die und das ist nicht ein eine zu den mit von auf für im "
                                    + "sich auch wir dem des dass bei aus wird oder noch nach wie einen war"),
                    common(
                            "fr",
                            "le la les et des est une que pour dans qui pas sur au "
                                    + "avec ce sont nous il du elle mais aux plus été cette ont ses par"),
                    common(
                            "es",
                            "el los las y que una por con para es del se como más "
                                    + "pero su sus está lo al también entre fue muy cuando todo sin hay ya"),
                    common(
                            "it",
                            "il che di una per con non sono del della gli più anche come "
                                    + "questo è alla dei nel nella si ha dal stato loro ma suo era"),
                    common(
                            "pt",
                            "o os as que uma não para com por mais do da dos em é "
                                    + "são foi como ao na no também seu sua pelo pela mas quando ou nos"),
                    common(
                            "nl",
                            "de het een en van is dat niet zijn op voor met te ook maar "
                                    + "wij deze naar door bij aan worden wordt heeft uit hun als om werd nog"),
                    common(
                            "sv",
                            "och att det som en är på för med av inte till den har ett "
                                    + "vi om så de från men eller kan när ska också efter hade var mycket"),
                    common(
                            "da",
                            "og at det som en er på for med af ikke til den har et "
                                    + "vi om så de fra men eller kan når skal også efter havde var meget blev"),
                    common(
                            "nb",
                            "og at det som en er på for med av ikke til den har et vi "
                                    + "om så de fra men eller kan når skal også etter hadde var mye ble å"),
                    common(
                            "pl",
                            "nie się jest że na do to jak co dla czy ale są przez tym po od "
                                    + "które który która tego jego było oraz tylko już był może gdy bardzo i w z a"),
                    common(
                            "cs",
                            "a se na je že v to s z do o jako pro ale by za jsem "
                                    + "byl byla jsou po od které který si nebo už tak být jen když ve k jeho také"),
                    common(
                            "sk",
                            "a sa na je že v to s z do o ako pre ale by za som "
                                    + "bol bola sú po od ktoré ktorý si alebo už tak byť len keď vo k jeho tiež"),
                    common(
                            "fi",
                            "ja on ei se että oli hän ovat mutta kun niin myös kuin joka tai "
                                    + "jos sitä sen ole olen mitä voi nyt vain jo ne olla kanssa mukaan sekä"),
                    common(
                            "hu",
                            "a az és hogy nem is egy van volt ez meg csak de mint már "
                                    + "még azt el ha be ki ami vagy lesz így majd aki után nagyon szerint"),
                    common(
                            "ro",
                            "și de la în a pe cu nu că din un o care este pentru "
                                    + "mai sunt se ce au fost dar dacă sau ca prin după foarte acest lui să"),
                    common(
                            "id",
                            "yang dan di dari untuk dengan ini itu pada tidak akan dalam adalah ke "
                                    + "juga saya kami oleh ada karena bisa lebih atau telah sudah mereka seperti tersebut"),
                    common(
                            "lv",
                            "un ir ar no par uz kas to ka tika bet arī lai pie pēc "
                                    + "vai nav kā tas viņš bija kad šo tā gan ja tikai savu ļoti tad"),
                    common(
                            "lt",
                            "ir yra kad su į iš ne kaip tai bet buvo apie po nuo "
                                    + "jau tik labai ar per dar gali už taip jo kuris savo prie bei"),
                    common(
                            "et",
                            "ja on ei et see oli ka kui mis aga ning ta oma "
                                    + "kes või siis ma pole olid selle nii veel sest ainult väga pärast"),
                    common(
                            "hr",
                            "i je u na se da su za od s koji koja ne o kao "
                                    + "što ali iz bi sam ili će to nije samo po sve još nakon biti"),
                    common(
                            "tr",
                            "ve bir bu için çok ile olarak daha gibi ama ne var olan kadar "
                                    + "değil sonra o da de her en ki ise şey mi hem yok oldu"),
                    common(
                            "vi",
                            "và của là có được không cho các với trong một những người "
                                    + "này khi đã để từ cũng đến như về thì ra nhiều vào"));

    /// More of them, as in questions, and those of languages that are easily taken for these.
    private static final Map<String, Set<String>> MORE_WORDS =
            Map.ofEntries(
                    common(
                            "en",
                            "how what where when why who your my do does can thank very i use"),
                    common(
                            "de",
                            "wie was wo wann warum wer dein deine mein ihr dir dank wir haben sind keine"),
                    common("fr", "comment où quand pourquoi qui votre mon merci vous aujourd ne"),
                    common("es", "cómo qué dónde cuándo quién tu mi hoy gracias estás en"),
                    common("it", "come dove quando perché chi tuo mio oggi grazie ieri il"),
                    common("pt", "como onde quando quem você hoje obrigado meu muito está no"),
                    common(
                            "nl",
                            "dit die ik jaar over heb hoe waar wanneer waarom wie je jouw mijn vandaag we hebben geen"),
                    common("sv", "hur var när varför vem din min idag tack du jag"),
                    common("da", "hvordan hvor hvornår hvorfor hvem din min tak du jeg her"),
                    common("nb", "hvordan hvor hvorfor hvem din min takk du jeg dette disse"),
                    common("pl", "jak gdzie kiedy dlaczego kto dziękuję"),
                    common("cs", "jak kde kdy proč kdo děkuji dnes včera jsme vaši"),
                    common("sk", "ako kde kedy prečo kto ďakujem dnes včera sme vašu najbližšia"),
                    common("hr", "kako gdje kada zašto tko hvala danas jučer ste smo"),
                    common(
                            "sl",
                            "in je na se da za ne so pa ki v z kot ali bi bil ni tudi še to po od iz kako kje smo kdaj zakaj hvala danes včeraj"),
                    common("tr", "nasıl nerede bugün teşekkür en"),
                    common("id", "apa mana kapan siapa hari kabar terima kasih"),
                    common("ro", "ce cum unde când cine astăzi mulțumesc"),
                    common("hu", "hol mikor miért ma köszönöm"),
                    common("fi", "miten missä milloin miksi kuka tänään kiitos"),
                    common(
                            "ca",
                            "el la els les i de que en un una per amb no és com a del al més són on molt teva què quan qui avui gràcies"),
                    common(
                            "gl",
                            "o a os as e de que en un unha non é do da con por para na no máis onde como hoxe grazas"),
                    common(
                            "is",
                            "og að í á er sem en ekki það við um til með eru var hvar hvernig takk"),
                    common(
                            "af",
                            "die en van is nie het ek jy dit vir op met aan te was hy waar hoe dankie"),
                    common("et", "kuidas kus millal miks täna aitäh"),
                    common("lv", "kur kāpēc šodien paldies"),
                    common("lt", "kur kada kodėl šiandien ačiū"),
                    common("vi", "tôi bạn thế nào hôm nay cảm ơn rất ở đâu"));
    private static final Map<String, Set<String>> CYRILLIC =
            Map.ofEntries(
                    common(
                            "ru",
                            "что это как так где для или если мы вы они был была было были есть "
                                    + "нет не очень спасибо у из же только уже он она и в по бы во со к"),
                    common(
                            "uk",
                            "що це як так де для або якщо ми ви вони був була було були є немає "
                                    + "не дуже дякую у з та ж тільки вже до й він вона в по від щоб"),
                    common(
                            "bg",
                            "че това как къде за или ако ние вие те беше са е има няма не много "
                                    + "благодаря от само вече да се си ли с той тя и в по към"),
                    common(
                            "sr",
                            "што ово како где за или ако ми ви они био била је нема не врло "
                                    + "хвала од само већ да се су ли са он она и у по из ка"));
    private static final Map<String, List<String>> LANGUAGES_OF = languagesOf(WORDS);
    private static final Map<String, List<String>> MORE_LANGUAGES_OF = languagesOf(MORE_WORDS);
    private static final Map<String, List<String>> CYRILLIC_LANGUAGES_OF = languagesOf(CYRILLIC);

    private CommonWords() {}

    static boolean areKnown(String language) {
        return WORDS.containsKey(language);
    }

    /// How many words of a text are common in each language.
    static Map<String, Long> counts(String text) {
        return counts(text, LANGUAGES_OF);
    }

    /// How many words of a text are common or ask a question in each language.
    static Map<String, Long> allCounts(String text) {
        Map<String, Long> all = counts(text);
        counts(text, MORE_LANGUAGES_OF)
                .forEach((language, count) -> all.merge(language, count, Long::sum));
        return all;
    }

    /// The same for languages in the Cyrillic script.
    static Map<String, Long> cyrillicCounts(String text) {
        return counts(text, CYRILLIC_LANGUAGES_OF);
    }

    private static Map<String, Long> counts(String text, Map<String, List<String>> languagesOf) {
        Map<String, Long> counts = new TreeMap<>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            for (String language : languagesOf.getOrDefault(word, List.of())) {
                counts.merge(language, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, List<String>> languagesOf(Map<String, Set<String>> words) {
        Map<String, List<String>> languages = new HashMap<>();
        words.forEach(
                (language, common) ->
                        common.forEach(
                                word ->
                                        languages
                                                .computeIfAbsent(word, _ -> new ArrayList<>())
                                                .add(language)));
        return languages;
    }

    private static Map.Entry<String, Set<String>> common(String language, String words) {
        return Map.entry(language, Set.copyOf(List.of(words.split(" ", -1))));
    }
}
