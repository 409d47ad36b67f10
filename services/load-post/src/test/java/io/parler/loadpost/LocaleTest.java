package io.parler.loadpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.fetch.HttpDate;
import io.parler.loadpost.fetch.WebAddress;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results don't depend on the machine's locale, with its digits and its rules for `I`.
class LocaleTest {
    private static final String URL = "https://harbour.example/2026/LIGHTHOUSE/";

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "ar", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "lt"})
    void resultsAreTheSameInEveryLocale(String tag) throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<Object> expected = results();
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(results()).isEqualTo(expected);
    }

    private static List<Object> results() throws Exception {
        return List.of(
                WebAddress.parse("HTTP://127.1:80/I").toString(),
                WebAddress.parse("HTTPS://INFO.IT/").toString(),
                HttpDate.parse("Fri, 20 Nov 2026 10:15:30 GMT"),
                DateParser.parse("14 MAI 2026 10:15"),
                DateParser.parse("2026-W12-3"),
                article(),
                feed());
    }

    private static Object article() {
        ArticleResult result = new ArticleReader().read(Fixtures.read("post.html"), URL);
        assertThat(result).isInstanceOf(ArticleResult.Found.class);
        return result;
    }

    private static Object feed() throws Exception {
        FeedResult result = new FeedReader().read(Fixtures.read("feed.xml"), WebAddress.parse(URL));
        assertThat(result).isInstanceOf(FeedResult.Found.class);
        return result;
    }
}
