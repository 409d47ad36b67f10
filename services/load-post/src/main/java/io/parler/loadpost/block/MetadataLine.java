package io.parler.loadpost.block;

import io.parler.loadpost.date.DateWords;
import io.parler.loadpost.page.BylineParser;
import io.parler.loadpost.page.PersonName;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Recognizes the short lines around an article that state only its author, date or reading time.
public final class MetadataLine {
    static final String BYLINE_AGAIN = "the byline again";
    private static final String DATE_AGAIN = "the date again";
    private static final int MAX_LENGTH = 160;
    private static final Pattern DATE =
            ignoringCase(
                    "[0-9]{4}\\s?[年/.-]\\s?[0-9]{1,2}\\s?[月/.-]\\s?[0-9]{1,2}\\s?日?"
                            + "|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}"
                            + "|[0-9]{1,2}(?:st|nd|rd|th|\\.|º)?(?: de)? MONTH\\.?,?(?: de)?(?: [0-9]{4})?"
                            + "|MONTH\\.? [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?"
                            + "|MONTH\\.?,? [0-9]{4}".replace(" ", "\\s+"));
    /// A date with a word for its month, in any language.
    private static final Pattern WORDED_DATE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:[0-9]{1,2}(?:[.ºª]|η|η[ςσ]|-?го|-е)?(?:\\s+d[ei])?\\s+(?<first>[\\p{L}\\p{M}]{3,})[.,]*"
                            + "(?:\\s+d[ei]l?)?\\s+(?:19|20)[0-9]{2}(?:\\s?(?:г|р|r)(?![\\p{L}\\p{N}])\\.?)?"
                            + "|(?:19|20)[0-9]{2}\\.?\\s+(?<second>[\\p{L}\\p{M}]{3,})[.,]?\\s+[0-9]{1,2}\\.?"
                            + "|(?<third>[\\p{L}\\p{M}]{3,})\\.?\\s+[0-9]{1,2}\\.?,?\\s+(?:19|20)[0-9]{2})");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]{2,}");
    private static final Pattern TIME =
            ignoringCase(
                    "[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:uhr|uur|h))?"
                            + "|\\b[0-9]{1,2}\\s?[ap]\\.?m\\b\\.?|\\b(?:[A-Z]{1,2}ST|[A-Z]DT|ET|PT|GMT|UTC|CET|CEST|BST|JST|Z)\\b"
                            + "(?:\\s?[+-][0-9:]{1,5})?");
    private static final Pattern READING_TIME =
            ignoringCase(
                    "(?:about|ca\\.|approx\\.|~|est\\.|estimated)?\\s*[0-9]{1,3}\\s?(?:[-–]\\s?[0-9]{1,3}\\s?)?-?"
                            + "(?:min(?:ute)?[sn]?|minutos?|minuti|分钟|分鐘|分)\\b\\.?"
                            + "(?:\\s?-?(?:read(?:ing)?(?: time)?|to read|lesezeit|de lecture|de lectura|de leitura|di lettura|lästid"
                            + "|leestijd))?"
                            + "|\\b(?:estimated |total )?(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture"
                            + "|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid)\\b|阅读时间|閱讀時間|読了時間|讀畢需時"
                            + "|\\bviewed [0-9,.]{1,7}[km]? times\\b|\\b[0-9,.]{1,7}[km]?\\s(?:words?|views?|comments?|shares?|likes?|claps?|replies|reads)\\b|\\bno comments\\b");
    private static final Pattern AGO =
            ignoringCase(
                    "\\b(?:[0-9]{1,3}|an?|one|two) (?:second|minute|hour|day|week|month|year)s? ago\\b"
                            + "|\\bvor [0-9]{1,3} \\p{L}{3,8}\\b|\\b(?:hace|il y a|há) [0-9]{1,3} \\p{L}{3,8}\\b|\\b(?:yesterday|today)\\b");
    private static final String SMALL =
            "(?<![\\p{L}\\p{N}])(?:by|von|par|por|di|door|av|af|on|at|in|am|um|om|le|el|il|den|the|and|und|et|y|e|&"
                    + "|published|posted|updated|last|modified|edited|written|created|first|originally|date|authors?|authored"
                    + "|story|words|text|veröffentlicht|aktualisiert|erstellt|geschrieben|stand|zuletzt|publié|mis|à|jour"
                    + "|publicado|actualizado|atualizado|escrito|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad"
                    + "|uppdaterad|опубликовано|обновлено|автор|дата|публикации|обновления|от|в|г|года|опубліковано|оновлено|публикувано"
                    + "|opublikowano|opublikowany|aktualizacja|aktualizowano|dodano|dodany|publikacji|data|ostatnia|godz|godzina|roku"
                    + "|vydáno|publikováno|aktualizováno|julkaistu|päivitetty|megjelent|frissítve|yayınlanma|yayın|güncelleme"
                    + "|tarihi|objavljeno|publicat|actualizat|δημοσίευση|δημοσιεύτηκε|δημοσιεύθηκε|ενημέρωση|ενημερώθηκε|τελευταία"
                    + "|ανανέωση|ημερομηνία|ώρα|στις|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday"
                    + "|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag"
                    + "|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles"
                    + "|jueves|viernes|sábado|domingo|às|alle|ore|kl|입력|수정|작성|등록|승인|오전|오후|نشر|في|آخر|تحديث|staff|writer|editor|reporter|correspondent|contributor|guest)"
                    + "(?![\\p{L}\\p{N}])";
    private static final Pattern SMALL_WORDS = ignoringCase(SMALL);
    private static final String BETWEEN = "[\\s|·•,;:/()\\[\\]–—.-]";
    private static final Pattern AT_START = ignoringCase("^(?:" + BETWEEN + "+|" + SMALL + ")+");
    private static final Pattern AT_END = ignoringCase("(?:" + BETWEEN + "|" + SMALL + ")+$");
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|/·•—–]\\s");
    private static final int MAX_TOPIC_WORDS = 2;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DATE_LABEL =
            ignoringCase(
                    "^(?:posted|published|last updated|last modified|updated|first published|originally published|date published"
                            + "|veröffentlicht am|aktualisiert am|zuletzt aktualisiert|publié le|mis à jour le|publicado el"
                            + "|publicado em|actualizado el|pubblicato il)\\b");
    private static final Pattern STAMP =
            ignoringCase(
                    "^(?:asked|answered|commented|replied|edited|posted|submitted|joined|last (?:edited|active|updated)|post by .{1,30} »"
                            + "|发布于|编辑于|更新于|投稿日|更新日|公開日|最終更新日?|작성일|등록|입력)\\s?:?\\s?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern BYLINE =
            Pattern.compile(
                    "(?:By|BY|Words by|Written by|Posted by|Text by|Von|Par|Por)\\s+\\p{Lu}[^.!?:;]{1,60}");
    private static final Pattern NOT_A_NAME =
            Pattern.compile(
                    "(?:^|\\s)(?:the|a|an|this|that|using|default|now|then|der|die|das)\\s");

    private final Optional<Pattern> author;

    MetadataLine(Optional<String> author) {
        this.author =
                author.filter(name -> name.length() < MAX_LENGTH)
                        .map(
                                name ->
                                        Pattern.compile(
                                                Pattern.quote(name), Pattern.CASE_INSENSITIVE));
    }

    /// Whether a block was skipped as such a line.
    public static boolean isReason(String reason) {
        return reason.equals(BYLINE_AGAIN) || reason.equals(DATE_AGAIN);
    }

    /// Why the line is not read; empty if it is no such line.
    Optional<String> reason(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String rest = text;
        boolean named = false;
        if (author.isPresent()) {
            Matcher match = author.get().matcher(rest);
            named = match.find();
            rest = match.replaceAll(" ");
        }
        String dateless = withoutWordedDate(DATE.matcher(rest).replaceAll(" "));
        String ageless = AGO.matcher(dateless).replaceAll(" ");
        boolean date = !ageless.equals(rest);
        String timeless = TIME.matcher(ageless).replaceAll(" ");
        rest = READING_TIME.matcher(timeless).replaceAll(" ");
        boolean reading = !rest.equals(timeless);
        String words = SMALL_WORDS.matcher(rest).replaceAll(" ");
        words = date ? withoutDaysOfWeek(words) : words;
        if (!WORD.matcher(words).find()) {
            return Optional.ofNullable(
                    named ? BYLINE_AGAIN : date ? DATE_AGAIN : reading ? "how long it is" : null);
        }
        if (isByline(text, named, date, reading) || ((date || reading) && isName(rest))) {
            return Optional.of(BYLINE_AGAIN);
        }
        return date && SEPARATOR.matcher(text).find() && isTopic(words)
                ? Optional.of(DATE_AGAIN)
                : Optional.empty();
    }

    /// Why a line in the middle of a page is not read: it says when a post or a reply was written.
    static Optional<String> stampReason(String text) {
        return text.length() < MAX_NAME_LINE * 2 && STAMP.matcher(text).lookingAt()
                ? new MetadataLine(Optional.empty())
                        .reason(STAMP.matcher(text).replaceFirst(""))
                        .map(_ -> DATE_AGAIN)
                : Optional.empty();
    }

    /// The name in a line that states nothing but author, date and reading time.
    public static Optional<String> name(String text) {
        String rest = withoutWordedDate(DATE.matcher(text).replaceAll(" "));
        rest = TIME.matcher(AGO.matcher(rest).replaceAll(" ")).replaceAll(" ");
        rest = READING_TIME.matcher(rest).replaceAll(" ");
        return Optional.of(bare(rest)).filter(PersonName::isOneOrMore);
    }

    /// Whether a few words beside a date are the topic or the place, not a sentence.
    private static boolean isTopic(String words) {
        return WORDS.matcher(words).results().count() <= MAX_TOPIC_WORDS
                && words.length() < MAX_NAME_LINE
                && !words.strip().endsWith(".");
    }

    private static boolean isName(String text) {
        return PersonName.isOneOrMore(bare(text));
    }

    /// The text without separators and small words at both ends.
    private static String bare(String text) {
        String end = AT_END.matcher(SPACES.matcher(text).replaceAll(" ")).replaceFirst("");
        return AT_START.matcher(end).replaceFirst("").strip();
    }

    private static String withoutWordedDate(String text) {
        return WORDED_DATE
                .matcher(text)
                .replaceAll(
                        match ->
                                Stream.of("first", "second", "third")
                                                .map(match::group)
                                                .filter(Objects::nonNull)
                                                .anyMatch(DateWords::isMonth)
                                        ? " "
                                        : Matcher.quoteReplacement(match.group()));
    }

    private static String withoutDaysOfWeek(String text) {
        return WORDS.matcher(text)
                .replaceAll(
                        match ->
                                DateWords.isDayOfWeek(match.group())
                                        ? " "
                                        : Matcher.quoteReplacement(match.group()));
    }

    private boolean isByline(String text, boolean named, boolean date, boolean reading) {
        boolean sentence = text.endsWith(".") && !text.endsWith("Jr.");
        boolean byline =
                BylineParser.labelledName(text).isPresent()
                        || (BYLINE.matcher(text).matches()
                                && !NOT_A_NAME.matcher(text.substring(2)).find());
        return !sentence
                && (byline
                        || (DATE_LABEL.matcher(text).find() && (date || named))
                        || (named && (date || reading || text.length() < MAX_NAME_LINE)));
    }

    private static final int MAX_NAME_LINE = 45;

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(
                regex.replace(
                        "MONTH",
                        "(?:jan(?:uary|uar|eiro|vier)?|feb(?:ruary|ruar|rero|braio)?|f[ée]vr?(?:ier)?|mar(?:ch|s|zo|ço)?|m[äa]rz"
                                + "|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|mag(?:gio)?|june?|juni|juin|jun(?:io|ho)?|giugno"
                                + "|july?|juli|juillet|jul(?:io|ho)?|luglio|aug(?:ust)?|août|ago(?:sto)?|sept?(?:ember|iembre|embre)?"
                                + "|set(?:embro|tembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|ott(?:obre)?"
                                + "|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre|embre)?)(?!\\p{L})"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
