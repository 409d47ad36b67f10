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

/// Parses a date in a header, in any of the three formats a recipient must accept (RFC 9110,
/// section 5.6.7).
public final class HttpDate {
    private static final int MAX_LENGTH = 40;
    private static final List<DateTimeFormatter> FORMATS =
            List.of(
                            format("EEE, d MMM ")
                                    .appendValue(YEAR, 4)
                                    .appendPattern(" HH:mm:ss 'GMT'"),
                            format("EEEE, dd-MMM-")
                                    .appendValueReduced(YEAR, 2, 2, LocalDate.of(1970, 1, 1))
                                    .appendPattern(" HH:mm:ss 'GMT'"),
                            format("EEE MMM ppd HH:mm:ss ").appendValue(YEAR, 4))
                    .stream()
                    .map(format -> format.toFormatter(Locale.ENGLISH))
                    .toList();

    private HttpDate() {}

    private static DateTimeFormatterBuilder format(String start) {
        return new DateTimeFormatterBuilder().appendPattern(start);
    }

    public static Optional<Instant> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        for (DateTimeFormatter format : FORMATS) {
            try {
                return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // It may have one of the other formats.
            }
        }
        return Optional.empty();
    }
}
