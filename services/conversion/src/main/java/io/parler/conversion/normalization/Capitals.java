package io.parler.conversion.normalization;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words in capitals, which voices would spell: headings and shouted sentences.
final class Capitals {
    private static final Set<String> INITIALISMS =
            Set.of(
                    ("NASA USA UK EU US UN API APIS HTTP HTTPS AWS SQL PDF CEO CTO CFO AI ML IT IP"
                                    + " TCP UDP DNS HTML CSS JSON XML URL URLS USB CPU GPU RAM SSD IBM BBC CNN"
                                    + " NBA NFL NHL FBI CIA NATO COVID TV PC DVD CD DIY FAQ GDP IRS LLM LLMS"
                                    + " GPT PHP GCP SDK IDE CLI UI UX OS VM QA PR HR ETA DNA RNA HIV AIDS MIT"
                                    + " NYC LA DC SS TLS SSH FTP NYT WHO IMF OK ID XP SAP SEO ROI KPI B2B SAAS"
                                    + " RSS MP3 MP4 GIF PNG JPEG NY SF UAE EV EVS TDD DDD IOT VPN LAN NFC HDMI"
                                    + " GDPR CEOS")
                            .split(" ", -1));

    /// "THE QUIET YARD".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/&_.#-])\\p{Lu}[\\p{Lu}’']{0,30}(?:["
                                    + " ,:–—-]{1,2}\\p{Lu}[\\p{Lu}’']{0,30}){2,30}(?![\\p{L}\\p{N}/_])",
                            Capitals::lower),
                    Rule.of(
                            "^\\p{Lu}[\\p{Lu}’']{1,30} \\p{Lu}[\\p{Lu}’']{1,30}[!?.]?$",
                            Capitals::lower),
                    Rule.of("^\\p{Lu}{6,30}[!?.]?$", Capitals::lower));

    private Capitals() {}

    private static @Nullable String lower(Found found) {
        String written = found.written();
        boolean english = found.locale().getLanguage().equals("en");
        String[] words = written.split("(?<=[ ,:–—-])|(?=[ ,:–—-])", -1);
        int pronounced = 0;
        int all = 0;
        for (String word : words) {
            if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
                all++;
                if (!isInitialism(word, english)) {
                    pronounced++;
                }
            }
        }
        boolean isLong = written.codePoints().filter(Character::isLetter).count() > 5;
        // "Phase III, MK II": the numeral belongs to the word before it.
        boolean numeralFirst = !found.before().isBlank() && isNumeral(words[0]);
        if (pronounced * 2 <= all || !isLong || numeralFirst || RomanNumerals.value(written) > 0) {
            return null;
        }
        StringBuilder lower = new StringBuilder();
        for (String word : words) {
            if (lower.length() > 0 && isNumeral(word)) {
                int value = RomanNumerals.value(word);
                lower.append(english ? EnglishNumbers.cardinal(value) : Integer.toString(value));
            } else {
                boolean stays = isInitialism(word, english) || (english && word.equals("I"));
                lower.append(stays ? word : word.toLowerCase(found.locale()));
            }
        }
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private static boolean isNumeral(String word) {
        int value = RomanNumerals.value(word);
        return word.length() > 1 && value > 1 && value < 100;
    }

    /// A short initialism of English may be a word of another language, such as "LA" or "UN".
    private static boolean isInitialism(String word, boolean english) {
        return (INITIALISMS.contains(word)
                        && (english || (word.length() > 2 && !word.equals("WHO"))))
                || (word.length() > 1 && !word.matches("[DLJNMTSCdljnmtsc]’.*|.*[AEIOUYÀ-Ý].*"));
    }
}
