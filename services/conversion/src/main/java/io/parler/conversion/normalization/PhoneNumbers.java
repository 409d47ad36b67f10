package io.parler.conversion.normalization;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Telephone numbers, digit by digit with a short stop between the groups.
final class PhoneNumbers {
    private static final String CUE =
            "(?is).*\\b(?:call(?:ed|ing)?|phone|tel|telephone|dial(?:ed|ing)?|ring|rang|text|fax|mobile|cell|number|hotline|contact|reach(?:"
                    + " us| me)?|whatsapp|sms)\\b.{0,20}";

    /// "+1 (555) 123-4567", "555-0100", "1-800-555-0199", "+44 20 7946 0958", "call 911".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\w.])\\+\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){1,6}(?![\\w])",
                            PhoneNumbers::international),
                    Rule.of(
                            "(?<![\\w.+])(?:1[ .-])?\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}(?![\\w-])",
                            PhoneNumbers::spoken),
                    Rule.of(
                            "(?<![\\w.+/-])(?:1[ .-])?\\d{3}([ .-])\\d{3}\\1\\d{4}(?![\\w-])",
                            PhoneNumbers::spoken),
                    Rule.of(
                            "(?<![\\w.+/-])1-(?<code>8\\d\\d)-(?=\\p{Lu}{3})",
                            found ->
                                    "one, "
                                            + (found.group("code").endsWith("00")
                                                    ? EnglishNumbers.cardinal(
                                                            Integer.parseInt(found.group("code")))
                                                    : EnglishNumbers.digits(found.group("code")))
                                            + ", "),
                    Rule.of("(?<![\\w.+/-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])", PhoneNumbers::spoken),
                    Rule.of(
                            "(?<![\\w.+/-])0\\d{2,4}[ -/]\\d{3,4}[ -]\\d{3,5}(?![\\w-])",
                            PhoneNumbers::spoken),
                    Rule.of(
                            "(?<![\\w.+/-])(?<from>\\d{3})-(?<to>\\d{4})(?![\\w-]|[.,]\\d)",
                            PhoneNumbers::local),
                    Rule.of(
                            "(?=[1-9])(?<=(?i:call|called|calling|dial|dialed|dialing|phone|ring|rang)"
                                    + " )(?:911|999|112|101|111|988|411)(?![\\w,.]\\d|\\d|\\w)",
                            PhoneNumbers::spoken),
                    Rule.ignoringCase("\\bext\\.? ?(?=\\d{2,6}\\b)", _ -> "extension "));

    private PhoneNumbers() {}

    private static @Nullable String international(Found found) {
        String dialed = found.written().replace("(0)", "");
        return dialed.replaceAll("\\D", "").length() < 8 ? null : "plus " + spoken(dialed);
    }

    private static @Nullable String local(Found found) {
        boolean phone =
                found.group("from").equals("555")
                        || found.group("to").startsWith("0")
                        || found.before().matches(CUE);
        return phone ? spoken(found) : null;
    }

    private static String spoken(Found found) {
        return spoken(found.written());
    }

    private static String spoken(String number) {
        return Stream.of(number.split("\\D+", -1))
                .filter(group -> !group.isEmpty())
                .map(
                        group ->
                                group.matches("[89]00")
                                        ? EnglishNumbers.cardinal(Integer.parseInt(group))
                                        : EnglishNumbers.digits(group))
                .collect(Collectors.joining(", "));
    }
}
