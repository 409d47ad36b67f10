package io.parler.loadpost.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachePolicyTest {
    private static final Instant ASKED = Instant.parse("2026-11-20T10:00:00Z");
    private static final String NOW = "Fri, 20 Nov 2026 10:00:00 GMT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-store",
                "max-age=600, NO-STORE",
                "private",
                "private, max-age=600",
                "max-age=600,private=\"set-cookie\"",
                "community=\"a, b\" , no-store"
            })
    void aPageThatIsNotForASharedCacheIsNotCacheable(String cacheControl) {
        assertThat(CachePolicy.isCacheable(saying(cacheControl))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "max-age=600",
                "no-cache",
                "x=\"no-store, private\"",
                "no-storage",
                "x-private"
            })
    void anyOtherPageIsCacheable(String cacheControl) {
        assertThat(CachePolicy.isCacheable(saying(cacheControl))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"*, false", "'Accept, *', false", "'Accept-Encoding, Cookie', true", "'', true"})
    void aResponseThatVariesByEverythingIsNotCacheable(String vary, boolean kept) {
        assertThat(
                        CachePolicy.isCacheable(
                                new CachingHeaders("", vary, "", "", "", Validators.NONE)))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max-age=600                      | 600
                    MAX-AGE=600                      | 600
                    max-age="600"                    | 600
                    public, max-age = 600            | 600
                    max-age=600, s-maxage=60         | 60
                    s-maxage=0, max-age=600          | 0
                    max-age=60, max-age=600          | 60
                    max-age=600, no-cache            | 0
                    max-age=600, no-cache="x"        | 0
                    max-age=600, must-revalidate     | 600
                    max-age=86400                    | 3600
                    max-age=99999999999999999999     | 3600
                    max-age=-1                       | 0
                    max-age=soon                     | 0
                    max-age                          | 0
                    immutable                        | 0
                    stale-while-revalidate=600       | 0
                    """)
    void theLifetimeIsTheSitesAndAtMostAnHour(String cacheControl, long seconds) {
        assertThat(lifetime(saying(cacheControl))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"100, 500", "600, 0", "soon, 600", "-5, 600", "'', 600"})
    void theAgeIsSubtractedFromTheLifetime(String age, long seconds) {
        var headers = new CachingHeaders("max-age=600", "", "", NOW, age, Validators.NONE);
        assertThat(lifetime(headers)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void anAgeBeyondTheLifetimeIsStale() {
        var headers = new CachingHeaders("max-age=600", "", "", NOW, "9999", Validators.NONE);
        assertThat(lifetime(headers)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 20 Nov 2026 09:55:00 GMT', 300",
        "'Fri, 20 Nov 2026 10:05:00 GMT', 600",
        "'Mon, 01 Jan 0001 00:00:00 GMT', 0",
        "'Mon, 01 Jan -999999999 00:00:00 GMT', 600",
        "yesterday, 600"
    })
    void anEarlierDateShortensTheLifetime(String date, long seconds) {
        var headers = new CachingHeaders("max-age=600", "", "", date, "", Validators.NONE);
        assertThat(lifetime(headers)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Fri, 20 Nov 2026 10:10:00 GMT   | 600
                    Friday, 20-Nov-26 10:10:00 GMT  | 600
                    Fri Nov 20 10:10:00 2026        | 600
                    Sat, 20 Nov 2027 10:00:00 GMT   | 3600
                    Fri, 20 Nov 2026 09:00:00 GMT   | 0
                    0                               | 0
                    -1                              | 0
                    tomorrow                        | 0
                    """)
    void expiresCountsWithoutMaxAge(String expires, long seconds) {
        var headers = new CachingHeaders("public", "", expires, NOW, "", Validators.NONE);
        assertThat(lifetime(headers)).isEqualTo(Duration.ofSeconds(seconds));
        var undated = new CachingHeaders("", "", expires, "", "", Validators.NONE);
        assertThat(lifetime(undated)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void maxAgeCountsBeforeExpires() {
        String expires = "Fri, 20 Nov 2026 10:30:00 GMT";
        var headers = new CachingHeaders("max-age=60", "", expires, NOW, "", Validators.NONE);
        assertThat(lifetime(headers)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void noLifetimeIsGuessedFromLastModified() {
        var old = new Validators("\"1\"", "Tue, 01 Jan 2019 00:00:00 GMT");
        assertThat(lifetime(new CachingHeaders("", "", "", NOW, "", old))).isZero();
    }

    @Test
    void aHeaderOfManyQuotesIsParsedInLinearTime() {
        for (String part : new String[] {"a=\"", "\\\"", " ", "=", "a=\"b\\", "x="}) {
            assertThat(CachePolicy.isCacheable(saying(part.repeat(20_000)))).isTrue();
        }
    }

    private static CachingHeaders saying(String cacheControl) {
        return new CachingHeaders(cacheControl, "", "", "", "", Validators.NONE);
    }

    private static Duration lifetime(CachingHeaders headers) {
        return Duration.between(ASKED, CachePolicy.freshUntil(headers, ASKED));
    }
}
