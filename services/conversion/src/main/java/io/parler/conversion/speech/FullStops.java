package io.parler.conversion.speech;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Says, by language, which full stops belong to an abbreviation or an ordinal number.
final class FullStops {
    private static final Set<String> NUMBERED_BY_STOP =
            Set.of(
                    "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu",
                    "et", "lv", "is", "tr", "pl", "lb");

    /// Before a name, a number or more of the same: never the last word of a sentence.
    private static final Map<String, Set<String>> BEFORE_MORE =
            Map.of(
                    "",
                    words("dr prof e.g i.e vs cf fig figs vol nr no mt ca approx op ed eds"),
                    "en",
                    words(
                            "mr mrs ms messrs gen sen sens rep reps sgt gov lt col capt cmdr adm maj cpl pvt rev hon pres fr supt insp det mme mlle"
                                    + " nos pp ch chap sec eq eqs ft ext viz esp incl al. vols art messrs brig pfc atty"),
                    "de",
                    words(
                            "hr fr hrn frl bzw z.b d.h u.a z u.ä s.o s.u vgl abb bsp evtl ggf inkl exkl sog str tel dipl ing st nr mio mrd max min jh"
                                    + " hg hrsg geb gest verh bd bde kap art abs abt allg insb usf. zzgl u a.d i.d z.t m.e u.u v.a o.g d i o"),
                    "fr",
                    words(
                            "m mm mme mmes mlle mlles me mgr st ste pr p.ex ex. av bd tél env cf chap art fig p pp t vol n éd"),
                    "es",
                    words(
                            "sr sra sres sras srta d dña dr dra prof ud uds vd vds ee ff p.ej pág págs av avda c núm art cap gral lic ing arq sto sta fco ma vol fig tel ej aprox"),
                    "it",
                    words(
                            "sig sigg sigra sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on sen gen col cap mons p.es es art pag pagg n nr fig cfr vol tel s ss ecc. geom rag spett"),
                    "pt",
                    words(
                            "sr sra srs sras srta dr dra prof profa eng arq av p.ex ex pág págs art fig cap núm n tel d exmo exma sto sta vol r"),
                    "nl",
                    words(
                            "dhr mevr mw drs ir mr ing prof nr blz bijv bv d.w.z o.a m.b.t i.v.m t.a.v art fig hfst st tel ca resp incl excl jl"));

    /// May be the last word: then a word that begins sentences follows.
    private static final Map<String, Set<String>> MAYBE_LAST =
            Map.of(
                    "",
                    words(
                            "etc ph.d inc ltd co corp bros jr sr jan feb mar apr jun jul aug sep sept oct nov dec"),
                    "en",
                    words(
                            "ave blvd rd ln hwy sq mts dept univ assn mon tue tues wed thu thurs fri sat sun p a.m p.m calif fla tex mass conn ariz colo wash st min hr hrs sec tsp tbsp oz lb lbs al est"),
                    "de",
                    words("usw usf etc mr okt dez mär str std min sek tsd"),
                    "fr",
                    words("janv févr avr juill sept oct nov déc etc"),
                    "es",
                    words("etc ene feb abr ago sept oct nov dic uu aa cía s.a ltda"),
                    "it",
                    words("ecc gen feb mar apr mag giu lug ago set ott nov dic s.p.a s.r.l"),
                    "pt",
                    words("etc jan fev mar abr mai jun jul ago set out nov dez ltda s.a cia"),
                    "nl",
                    words("enz etc jan feb mrt apr jun jul aug sep okt nov dec"));

    private static final Map<String, Set<String>> STARTERS =
            Map.of(
                    "",
                    Set.of(),
                    "en",
                    words(
                            "the he she it they we i you in on at but and a an this that these those there when if my his her our their its then so not for as after before"
                                    + " what why how who where which while since because although though however yet still now here every all some many most no nobody"
                                    + " everyone one two both each another by from to with without let can could would should will is are was were do does did don't"),
                    "de",
                    words(
                            "der die das er sie es wir ihr ich du dann danach aber und oder doch ein eine einen einem in im am an auf aus bei mit nach von vor zu zum zur"
                                    + " als wenn weil ob wie was wer wo warum so auch da dort hier jetzt heute gestern nun nicht kein keine dies diese dieser dieses man alle viele"
                                    + " jeder jede jedes ist sind war waren hat haben für durch gegen ohne um über unter trotzdem deshalb daher außerdem dabei damals später"),
                    "fr",
                    words(
                            "le la les l un une des il elle ils elles on nous vous je j tu ce c cette ces et mais ou puis alors ensuite dans en à au aux de du sur sous pour par avec sans"
                                    + " quand si comme qui que quoi où pourquoi mon ma mes son sa ses leur leurs notre nos votre vos tout tous toute après avant depuis voilà aujourd"),
                    "es",
                    words(
                            "el la los las un una unos unas él ella ellos ellas yo tú nosotros usted y pero o entonces luego después en de del a al por para con sin sobre cuando si como"
                                    + " qué quién dónde por mi su sus este esta estos estas ese esa eso esto aquí hoy ayer no se es era fue son hay todo todos también"),
                    "it",
                    words(
                            "il lo la i gli le un uno una lui lei loro io tu noi voi e ma o poi allora dopo in nel nella di del della a al alla da dal per con senza su sul quando se come"
                                    + " che chi dove perché mio suo questo questa questi quello quella qui oggi ieri non si è era fu sono c tutto tutti anche"),
                    "pt",
                    words(
                            "o a os as um uma ele ela eles elas eu tu nós você e mas ou então depois em no na de do da ao à por para com sem sobre quando se como que quem onde"
                                    + " porque meu seu sua este esta isto esse essa isso aqui hoje ontem não é era foi são há tudo todos também"),
                    "nl",
                    words(
                            "de het een hij zij ze wij we ik je jij u jullie dan daarna maar en of toen in op aan bij met naar van voor uit om als omdat hoe wat wie waar waarom zo ook"
                                    + " daar hier nu vandaag gisteren niet geen dit dat deze die alle veel is zijn was waren heeft er"));

    /// "l’on." of "L’on. Rossi".
    private static final Pattern ELISION = Pattern.compile("^\\p{L}{1,2}[’']");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}\\.\\d{1,2}");

    private final String language;

    FullStops(Locale locale) {
        this.language = locale.getLanguage();
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }

    private boolean has(Map<String, Set<String>> table, String word) {
        return table.getOrDefault("", Set.of()).contains(word)
                || table.getOrDefault(language, Set.of()).contains(word);
    }

    /// Whether a full stop after `word` ends the sentence if `next` follows. Both are without
    /// quotation marks; `next` begins with a capital, a digit or a letter without case.
    ///
    /// @param first whether the word is the first of its sentence
    boolean end(String word, String next, boolean first) {
        String lower = ELISION.matcher(word.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (isNumber(word)) {
            return endsAfterNumber(word, next, first);
        }
        if (DAY_AND_MONTH.matcher(word).matches() && NUMBERED_BY_STOP.contains(language)) {
            return startsSentence(next);
        }
        if (has(BEFORE_MORE, lower)) {
            return lower.equals("no") && !Character.isDigit(next.codePointAt(0));
        }
        if (isInitials(word) || has(MAYBE_LAST, lower)) {
            return startsSentence(next);
        }
        return true;
    }

    private boolean startsSentence(String next) {
        String word = next.replaceFirst("[’'].*", "").toLowerCase(Locale.ROOT);
        return !next.endsWith(".") && has(STARTERS, word);
    }

    /// A number that begins a sentence numbers an item; a short one is an ordinal in many
    /// languages.
    private boolean endsAfterNumber(String number, String next, boolean first) {
        if (first && number.length() <= 3) {
            return false;
        }
        boolean ordinal = number.length() <= 2 && NUMBERED_BY_STOP.contains(language);
        return !ordinal || startsSentence(next);
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// "J", "U.S", "a.m", "Ph.D": one or two letters between full stops.
    private static boolean isInitials(String word) {
        String[] parts = word.split("[.-]", -1);
        if (parts.length == 1) {
            return word.codePointCount(0, word.length()) == 1
                    && Character.isLetter(word.codePointAt(0));
        }
        return Arrays.stream(parts)
                .allMatch(
                        part ->
                                part.isEmpty()
                                        || (part.codePointCount(0, part.length()) == 1
                                                && Character.isLetter(part.codePointAt(0))));
    }
}
