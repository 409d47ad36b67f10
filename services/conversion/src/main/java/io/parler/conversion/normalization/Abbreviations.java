package io.parler.conversion.normalization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Abbreviations with their full stop. At the end of a sentence the stop stays.
final class Abbreviations {
    /// Before a name.
    private static final Map<String, String> TITLES =
            table(
                    """
                    Sgt Sergeant; Gen General; Sen Senator; Sens Senators; Rep Representative; Reps Representatives; Gov Governor
                    Lt Lieutenant; Col Colonel; Capt Captain; Cmdr Commander; Cdr Commander; Adm Admiral; Maj Major; Cpl Corporal; Pvt Private
                    Rev Reverend; Hon Honorable; Pres President; Prof Professor; Profs Professors; Dr Doctor; Drs Doctors; Fr Father; Msgr Monsignor
                    Mt Mount; Ft Fort; Supt Superintendent; Insp Inspector; Det Detective; Atty Attorney; Amb Ambassador; Brig Brigadier; Pfc Private First Class
                    Messrs Messieurs; Sr Sister; Bp Bishop; Abp Archbishop; Ald Alderman; Pt Point; Pte Private; Mr Mister; Mrs Missus; Mme Madame; Mlle Mademoiselle; Ste Sainte
                    """);

    /// After a name.
    private static final Map<String, String> AFTER_NAME =
            table(
                    """
                    Ave Avenue; Blvd Boulevard; Rd Road; Ln Lane; Hwy Highway; Pkwy Parkway; Sq Square; Pl Place; Ct Court; Ter Terrace; Mts Mountains
                    Inc Incorporated; Ltd Limited; Co Company; Corp Corporation; Bros Brothers; Jr Junior; Sr Senior; Univ University; Assn Association; Dept Department; Is Islands; Dist District
                    """);

    /// Before a number.
    private static final Map<String, String> BEFORE_NUMBER =
            table(
                    """
                    No number; no number; ver version; Ver version; Nos numbers; nos numbers; Vol volume; vol volume; Vols volumes; vols volumes; Ch chapter; ch chapter; Chap chapter; chap chapter; p page; pp pages; P page; pg page; pgs pages; Pg page; Rte Route; rte route; Ste Suite; Hwy Highway; Mk Mark; Pt Part; pt part; Ser Series; ser series; rev revision; Rev Revision
                    Fig figure; fig figure; Figs figures; figs figures; Eq equation; eq equation; Eqs equations; eqs equations; Sec section; sec section; Secs sections; Art article; art article
                    Tab table; c circa; ca circa; b born; d died; fl flourished; Apt apartment; Bldg building; Rm room; Ext extension; ext extension; Par paragraph; par paragraph; v verse; vv verses; l line; ll lines; est established; Est established; Op opus; op opus; App appendix; Prop proposition; Thm theorem; cl clause; art article; n note; ed edition
                    """);

    /// Never at the end of a sentence.
    private static final Map<String, String> BEFORE_MORE =
            table(
                    """
                    vs versus; e.g for example; E.g For example; i.e that is; I.e That is; cf compare; Cf Compare; viz namely; approx approximately; incl including; excl excluding; a.k.a also known as; esp especially; Approx approximately; w.r.t with respect to; q.v see there; N.B note; n.b note; orig originally; resp respectively; trans translated by; tel telephone; Tel telephone; max maximum; Max maximum; min minimum; Min minimum; avg average; Avg average; Assoc Associate; Asst Assistant
                    """);

    /// Before more words, if no sentence starts there.
    private static final Map<String, String> BEFORE_NOUN =
            table(
                    "Intl International; Natl National; Govt Government; Exec Executive; Mfg"
                            + " Manufacturing; Dept Department");

    private static final String STARTERS =
            "I|You|He|She|It|We|They|The|A|An|This|That|These|Those|There|Then|Now|My|Your|His|Her|Its|Our|Their|And|But|So|Or|If|When|While|After|Before|As|In|At|On|For|From|To|With|No|Not|Some|All|What|Why|How|Who|Where";

    /// Anywhere.
    private static final Map<String, String> ANYWHERE =
            table(
                    """
                    vs versus; e.g for example; i.e that is; etc et cetera; cf compare; viz namely; approx approximately; dept department; Dept Department; govt government; Govt Government; incl including; excl excluding; max maximum; avg average
                    tel telephone; Tel telephone; misc miscellaneous; orig originally; esp especially; resp respectively; ibid ibidem; Ibid ibidem; al others; a.k.a also known as; Mgmt management; mgmt management; Univ University; Assn Association; Bros Brothers; Inc Incorporated; Corp Corporation; Ltd Limited; min minimum
                    eds editors; Eds editors; trans translated by; rev revised; vol volume; dist district; Hwy Highway; temp temperature; hrs hours; yrs years; mos months; secs seconds; mins minutes; lbs pounds; pcs pieces; qty quantity; Qty Quantity; appt appointment; asst assistant; Asst Assistant; assoc associate; Assoc Associate; Exec Executive; Intl International; Natl National; Mfg Manufacturing; tbsp tablespoon; tsp teaspoon; e.t.c et cetera; w.r.t with respect to; i.a among others; q.v see there; N.B note; n.b note; R.I.P rest in peace; aka also known as; Jr Junior; prob probably; obs obsolete; abbr abbreviation; ave average; sq square; cont continued; Cont continued; pl plural; sing singular; vb verb; adj adjective; adv adverb
                    """);

    private static final Map<String, String> STATES =
            table(
                    """
                    Calif California; Fla Florida; Tex Texas; Mass Massachusetts; Conn Connecticut; Ariz Arizona; Colo Colorado; Minn Minnesota; Wash Washington; Tenn Tennessee; Ore Oregon; Mich Michigan; Ill Illinois; Ind Indiana; Ky Kentucky; La Louisiana; Md Maryland; Miss Mississippi; Mo Missouri; Mont Montana; Neb Nebraska; Nev Nevada; Okla Oklahoma; Pa Pennsylvania; Va Virginia; Wis Wisconsin; Wyo Wyoming; Ga Georgia; Ala Alabama; Ark Arkansas; Del Delaware; Kan Kansas; Vt Vermont
                    """);
    private static final Map<String, String> WITHOUT_STOP =
            table(
                    """
                    w/o without; w/ with; b/c because; eg for example; ie that is; Rte Route; Hwy Highway; aka also known as; vs versus; Blvd Boulevard; Ave Avenue; approx approximately; Sgt Sergeant; Capt Captain; Lt Lieutenant; i18n internationalization; l10n localization; a11y accessibility; o11y observability; g11n globalization; k8s Kubernetes; K8s Kubernetes
                    """);
    private static final String SAINTS =
            "Louis|Paul|Petersburg|Peter|Peter[’']s|Peters|John|John[’']s|Johns|Mary|Mary[’']s|Marys|Patrick|Patrick[’']s|Francis|Andrew|Andrews|Andrew[’']s|George|George[’']s|Georges|Mark"
                    + "|Mark[’']s|Thomas|James|James[’']s|Joseph|Michael|Michaels|Nicholas|Augustine|Bernard|Catherine|Catherines|Helena|Helens|Kitts|Lucia|Vincent|Pancras|Albans|Ives|Moritz|Tropez"
                    + "|Gallen|Lawrence|Martin|Martin[’']s|Anthony|Teresa|Stephen|Stephen[’']s|Valentine|Barts|Croix|Basil|Basil[’']s|Bonaventure|Ignatius|Luke|Matthew|Anne|Ann|Agnes|Barbara|Benedict|Charles"
                    + "|Christopher|Clair|Cloud|Denis|Elmo|Elmo[’']s|David|David[’']s|Edmund|Elizabeth|Pierre|Maarten|Jude|Olaf|Kilda|Pauli|Augustus|Cecilia|Brendan|Joan|Clare|Philip|Simon|Rose";
    private static final String NO_STREET_BEFORE =
            "In|At|On|To|From|Of|The|And|Near|Visit|By|For|When|Where|With|Via|Our|Is|As|If|After|Before|While|Since|Why|How|Old|Like|See";

    /// "Gen. Lee", "No. 5", "e.g.", "St. Louis", "Main St.", "Washington, Pa."
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?=et al)(?<=^|(?<!\\p{L})\\p{L}{1,20} |[.,)] )et al\\.?(?!\\p{L})",
                            found ->
                                    "and others"
                                            + (found.endsSentence()
                                                            && found.written().endsWith(".")
                                                            && !found.after().startsWith(" (")
                                                    ? "."
                                                    : "")),
                    Rule.of("(?<![\\p{L}\\p{N}])op\\. cit\\.", _ -> "in the work cited"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])St\\.(?= (?:" + SAINTS + ")(?![\\p{L}]))",
                            _ -> "Saint"),
                    Rule.of(
                            "(?=St)(?<![\\p{L}\\p{N}])(?<!^)(?<=(?:(?!(?:"
                                    + NO_STREET_BEFORE
                                    + ") )\\p{Lu}\\p{L}{1,20}|\\d{1,3}(?:st|nd|rd|th))"
                                    + " )St(?:\\.|(?= ?(?:[,;.)]|$)))",
                            found -> stop(found, "Street")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])Sts?\\.(?= \\p{Lu})",
                            found -> found.written().startsWith("Sts") ? "Saints" : "Saint"),
                    Rule.of(
                            "(?=Dr\\.)(?<=(?:\\d[\\p{L}\\d]{0,4}"
                                    + " |(?<!\\p{L})(?!(?:The|Then|When|With|And|But)"
                                    + " )\\p{Lu}\\p{Ll}{2,20} )(?:\\p{Lu}\\p{Ll}{1,20} )?)Dr\\.(?="
                                    + " ?(?:[,;)]|$|\\.|Apt|Suite|(?:in|and|at|near|is|was|from|to|for|last|where|when)\\b))",
                            found -> stop(found, "Drive")),
                    words(
                            "(?<![\\p{L}\\p{N}])",
                            TITLES,
                            "\\.(?= (?:\\p{Lu}|(?:Gen|Col|Maj|Gov|Cmdr)\\.))",
                            false),
                    words(
                            "(?=\\p{Lu})(?<=(?<!\\p{L})\\p{Lu}[\\p{L}’'.&-]{0,20},?"
                                    + " |\\d(?:st|nd|rd|th) |& )",
                            AFTER_NAME,
                            "\\.",
                            true),
                    words(
                            "(?=[ABHJPRS])(?<=\\p{Lu}\\p{Ll}{1,20} )",
                            table(
                                    "Ave Avenue; Blvd Boulevard; Rd Road; Hwy Highway; Pkwy"
                                            + " Parkway; Jr Junior; Sr Senior"),
                            "(?![\\p{L}.])",
                            false),
                    words("(?=\\p{Lu})(?<=\\p{L}, )", STATES, "\\.", true),
                    words(
                            "(?<![\\p{L}\\p{N}.])",
                            BEFORE_NUMBER,
                            "\\.(?= ?\\d|(?: (?:[ivxl]{2,7}|[IVXL]{2,7}|[VX])\\b))",
                            false),
                    words(
                            "(?<![\\p{L}\\p{N}.])",
                            table(
                                    "Eq equation; eq equation; Eqs equations; eqs equations; Fig figure; fig figure"),
                            "\\.(?= ?\\(\\d)",
                            false),
                    Rule.of("(?=ed)(?<=\\d(?:st|nd|rd|th) )ed\\.", found -> stop(found, "edition")),
                    Rule.of("(?<![\\p{L}\\p{N}])Sr\\.(?= \\p{Ll})", _ -> "Senior"),
                    Rule.of("(?<![\\p{L}\\p{N}/])f/(?=\\d)", _ -> "f "),
                    Rule.of("(?=v)(?<=\\p{L}{2} )v\\.(?= \\p{L}{2})", _ -> "versus"),
                    Rule.of("(?=v)(?<=\\p{Lu}[\\p{L}.]{1,20} )v\\.?(?= \\p{Lu})", _ -> "versus"),
                    words("(?<![\\p{L}\\p{N}.])", BEFORE_MORE, "\\.(?=[ ,:])", false),
                    words(
                            "(?<![\\p{L}\\p{N}.])",
                            BEFORE_NOUN,
                            "\\.(?=[ ,:])(?! (?:" + STARTERS + ")\\b)",
                            false),
                    words("(?<![\\p{L}\\p{N}.])", ANYWHERE, "\\.", true),
                    Rule.of("(?<![\\p{L}\\p{N}.])w/(?=\\p{L}{2})(?!o )", _ -> "with "),
                    words("(?<![\\p{L}\\p{N}.])", WITHOUT_STOP, "(?![\\p{L}\\p{N}.])", false),
                    Rule.of("№ ?(?=\\d)", _ -> "number "),
                    Rule.of("§§ ?(?=\\d)", _ -> "sections "),
                    Rule.of("§ ?(?=\\d)", _ -> "section "),
                    Rule.of("¶ ?(?=\\d)", _ -> "paragraph "),
                    Rule.of(
                            "© ?(?=[\\p{L}\\p{N}])|\\(c\\) (?=(?:19|20)\\d\\d)",
                            _ -> "copyright "));

    private Abbreviations() {}

    private static Map<String, String> table(String text) {
        Map<String, String> words = new HashMap<>();
        for (String entry : text.split("[;\n]", -1)) {
            if (!entry.isBlank()) {
                String[] parts = entry.strip().split(" ", 2);
                words.put(parts[0], parts[1]);
            }
        }
        return words;
    }

    private static Rule words(
            String before, Map<String, String> words, String after, boolean mayEnd) {
        String names =
                words.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        return Rule.of(
                before + "(?<name>" + names + ")" + after,
                found -> {
                    String spoken = words.get(found.group("name"));
                    return mayEnd ? stop(found, spoken) : spoken;
                });
    }

    /// With the full stop of the sentence that ends here.
    private static @Nullable String stop(Found found, @Nullable String spoken) {
        boolean ends =
                found.endsSentence() && !found.after().matches("(?s) (?:[NS][EW]?|[EW])\\b.*");
        return ends && found.written().endsWith(".") ? spoken + "." : spoken;
    }
}
