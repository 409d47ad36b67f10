package io.parler.conversion.normalization;

import java.util.List;

/// The rules of English. The more special ones are first.
final class English {
    static final List<RuleGroup> RULES =
            List.of(
                    RuleGroup.with("[", Leftovers.LINKS),
                    RuleGroup.with("@./:", Addresses.AS_WRITTEN),
                    RuleGroup.with("&#<>*_~`+-\\", Leftovers.RULES),
                    RuleGroup.with("[*0", NoteMarks.RULES),
                    RuleGroup.with("#0", Codes.RULES),
                    RuleGroup.with(":0", Addresses.RULES),
                    RuleGroup.withNumbers(PhoneNumbers.RULES),
                    RuleGroup.withNumbers(Dates.RULES),
                    RuleGroup.with(".,–—-", Dates.NAMES),
                    RuleGroup.withNumbers(Versions.RULES),
                    RuleGroup.withNumbers(Times.RULES),
                    RuleGroup.withNumbers(Money.RULES),
                    RuleGroup.withNumbers(Fractions.RULES),
                    RuleGroup.withNumbers(Measures.RULES),
                    RuleGroup.withNumbers(Units.RULES),
                    RuleGroup.always(Units.ALONE_RULES),
                    RuleGroup.with("^*0", Exponents.RULES),
                    RuleGroup.with("#+.*/-^0", Names.RULES),
                    RuleGroup.always(Capitals.RULES),
                    RuleGroup.with("IVXLCMivxl", RomanNumerals.RULES),
                    RuleGroup.always(Abbreviations.RULES),
                    RuleGroup.always(Identifiers.RULES),
                    RuleGroup.with("=<>!&|+-*/^%~:0", Operators.RULES),
                    RuleGroup.with("–—/0", Ranges.RULES),
                    RuleGroup.with("", GreekLetters.RULES));

    private English() {}
}
