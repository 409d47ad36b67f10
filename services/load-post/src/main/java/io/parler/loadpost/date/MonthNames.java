package io.parler.loadpost.date;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Finds a month by its name or abbreviation, in the languages that are common in feeds and pages.
final class MonthNames {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int MIN_LENGTH = 3;

    /// English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Swedish, Polish,
    /// Hungarian, Turkish, Greek and Russian names, and abbreviations that are no prefix of these.
    private static final List<List<String>> NAMES =
            List.of(
                    names(
                            "january januar janvier enero gennaio janeiro januari stycznia styczen ocak ιανουαριου января"),
                    names(
                            "february februar fevrier febrero febbraio fevereiro februari lutego luty subat φεβρουαριου февраля"),
                    names(
                            "march marz mrz mars marzo marco maart mrt marts marca marzec marcius mart μαρτιου марта"),
                    names(
                            "april avril abril aprile kwietnia kwiecien aprilis nisan απριλιου апреля"),
                    names("may mai mayo maggio maio mei maj maja majus mayis μαιου μαιος мая маи"),
                    names(
                            "june juni juin junio giugno junho czerwca czerwiec junius haziran ιουνιου июня"),
                    names(
                            "july juli juillet julio luglio julho lipca lipiec julius temmuz ιουλιου июля"),
                    names(
                            "august aout agosto augustus sierpnia sierpien augusztus agustos αυγουστου августа"),
                    names(
                            "september septembre septiembre settembre setembro wrzesnia wrzesien szeptember eylul σεπτεμβριου сентября"),
                    names(
                            "october oktober octobre octubre ottobre outubro pazdziernika ekim οκτωβριου октября"),
                    names("november novembre noviembre novembro listopada kasim νοεμβριου ноября"),
                    names(
                            "december dezember decembre diciembre dicembre dezembro grudnia grudzien aralik δεκεμβριου декабря"));

    private MonthNames() {}

    /// 1 for January. A prefix of a name is enough.
    static OptionalInt number(String word) {
        String plain = plain(word);
        if (plain.length() < MIN_LENGTH) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).stream().anyMatch(name -> name.startsWith(plain))) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
    }

    private static List<String> names(String names) {
        return List.of(names.split(" "));
    }
}
