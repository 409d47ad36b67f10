package io.parler.loadpost.fetch;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A date in a header, in any of the three spellings a recipient must take (RFC 9110, section
/// 5.6.7).
public final class HttpDate {
    private static final int MAX_LENGTH = 40;
    private static final List<DateTimeFormatter> SPELLINGS =
            List.of(
                            spelled("EEE, d MMM ")
                                    .appendValue(YEAR, 4)
                                    .appendPattern(" HH:mm:ss 'GMT'"),
                            spelled("EEEE, dd-MMM-")
                                    .appendValueReduced(YEAR, 2, 2, LocalDate.of(1970, 1, 1))
                                    .appendPattern(" HH:mm:ss 'GMT'"),
                            spelled("EEE MMM ppd HH:mm:ss ").appendValue(YEAR, 4))
                    .stream()
                    .map(spelling -> spelling.toFormatter(Locale.ENGLISH))
                    .toList();

    private HttpDate() {}

    private static DateTimeFormatterBuilder spelled(String start) {
        return new DateTimeFormatterBuilder().appendPattern(start);
    }

    public static Optional<Instant> read(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        for (var spelling : SPELLINGS) {
            try {
                return Optional.of(LocalDateTime.parse(text, spelling).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // It may be one of the other spellings.
            }
        }
        return Optional.empty();
    }
}
