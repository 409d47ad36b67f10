package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The rules of the languages with a decimal comma that have a file of phrases: German, French,
/// Spanish, Italian, Portuguese and Dutch. The more special rules are first.
final class Continental {
    private static final Map<String, List<RuleGroup>> RULES = new ConcurrentHashMap<>();

    /// A number with a decimal comma, its digits grouped or not.
    static final String NUMBER =
            "(?:\\d{1,3}(?:[. \u00a0\u202f’']\\d{3}){1,4}(?:,\\d{1,9})?|\\d{1,15}(?:,\\d{1,9})?)";

    /// Nothing before it belongs to the same number or word.
    static final String START = "(?<![\\p{L}\\p{N}_^])(?<!\\d[.,:/])(?<!\\^[−-])";

    /// A number or a range of numbers, with a sign.
    static final String AMOUNT =
            START
                    + "(?:(?<sign>[−+±~≈<>≤≥]|(?<![\\p{N})])-|(?<![^\\s(])–(?! )) ?)?(?<from>"
                    + NUMBER
                    + ")(?: ?[–—-] ?(?<to>"
                    + NUMBER
                    + ")| ?[×x] ?(?<by>"
                    + NUMBER
                    + "))?";

    private Continental() {}

    static List<RuleGroup> rules(String language) {
        return RULES.computeIfAbsent(language, name -> groups(Phrases.of(name)));
    }

    private static List<RuleGroup> groups(Phrases phrases) {
        ContinentalNumbers numbers = new ContinentalNumbers(phrases);
        return List.of(
                RuleGroup.with("[", Leftovers.LINKS),
                RuleGroup.with("@./:", Addresses.AS_WRITTEN),
                RuleGroup.with("&#<>*_~`+-\\", phrases.translated(Leftovers.RULES)),
                RuleGroup.with("[*0", NoteMarks.rules(phrases.alternatives("notes"))),
                RuleGroup.with("#0", phrases.translated(Codes.RULES)),
                RuleGroup.with(":0", phrases.translated(Addresses.RULES)),
                RuleGroup.withNumbers(new ContinentalDates(phrases).rules()),
                RuleGroup.with(".–-", new ContinentalDates(phrases).names()),
                RuleGroup.with("/0", numbers.idioms()),
                RuleGroup.withNumbers(numbers.telephones()),
                RuleGroup.withNumbers(new ContinentalMoney(phrases).rules()),
                RuleGroup.withNumbers(new ContinentalFractions(phrases).rules()),
                RuleGroup.withNumbers(new ContinentalUnits(phrases).rules()),
                RuleGroup.withNumbers(numbers.grouped()),
                RuleGroup.withNumbers(phrases.translated(Versions.RULES)),
                RuleGroup.with("^*0", new Exponents(phrases.section("words")).rules()),
                RuleGroup.with("#+.*/-^0", phrases.translated(Names.RULES)),
                RuleGroup.always(Capitals.RULES),
                RuleGroup.with("IVXLC", new ContinentalNumerals(phrases).rules()),
                RuleGroup.always(new ContinentalAbbreviations(phrases).rules()),
                RuleGroup.always(phrases.translated(Identifiers.RULES)),
                RuleGroup.with(":0", numbers.scores()),
                RuleGroup.with("=<>!&|+-*/^%~:0", new Operators(phrases.section("signs")).rules()),
                RuleGroup.with("–—/0", numbers.ranges()),
                RuleGroup.with("", GreekLetters.rules(phrases.alternatives("greek"))));
    }

    /// Voices read a long number without marks between its digits.
    static String ungrouped(String number) {
        return number.replaceAll("[. \u00a0\u202f’']", "");
    }

    /// The match of [#AMOUNT], such as "10 bis 20" or "minus 5".
    static String amount(Found found, Phrases phrases) {
        String number = sign(found.group("sign"), phrases) + ungrouped(found.group("from"));
        if (found.has("by")) {
            return number + " " + phrases.word("by") + " " + ungrouped(found.group("by"));
        }
        return found.has("to")
                ? number + " " + phrases.word("to") + " " + ungrouped(found.group("to"))
                : number;
    }

    static boolean isOne(Found found) {
        return found.group("from").equals("1") && !found.has("to") && !found.has("by");
    }

    private static String sign(String sign, Phrases phrases) {
        Map<String, String> signs = phrases.section("signs");
        String words =
                switch (sign) {
                    case "-", "−", "–" -> phrases.word("minus");
                    case "~", "≈" -> signs.getOrDefault("~", "");
                    case "<", ">", "≤", "≥" -> signs.getOrDefault("bound " + sign, "");
                    default -> signs.getOrDefault(sign, "");
                };
        return words.isEmpty() ? "" : words + " ";
    }

    /// The name of one or, after a bar, of several.
    static String name(String names, boolean one) {
        int bar = names.indexOf('|');
        return bar < 0 ? names : one ? names.substring(0, bar) : names.substring(bar + 1);
    }
}
