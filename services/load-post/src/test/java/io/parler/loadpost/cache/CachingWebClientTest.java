package io.parler.loadpost.cache;

import static io.parler.loadpost.cache.FakeSite.BLOG;
import static io.parler.loadpost.cache.FakeSite.HTML;
import static io.parler.loadpost.cache.FakeSite.address;
import static io.parler.loadpost.cache.FakeSite.failed;
import static io.parler.loadpost.cache.FakeSite.page;
import static io.parler.loadpost.cache.FakeSite.redirected;
import static io.parler.loadpost.cache.FakeSite.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.fetch.AddressPolicy;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.ConditionalWebClient;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebClient;
import io.parler.problem.ProblemType;
import io.parler.testing.SettableClock;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingWebClientTest {
    private static final String FEED = "application/rss+xml";
    private static final Validators FIRST =
            new Validators("W/\"1\"", "Thu, 19 Nov 2026 10:00:00 GMT");
    private static final Validators SECOND = new Validators("\"2\"", "");

    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private final InMemoryPageCache pages = new InMemoryPageCache();
    private final FakeSite site = new FakeSite();
    private final CachingWebClient web = web("");

    @Test
    void aFreshPageIsServedWithoutARequest() {
        site.respondsWith(page("one", "max-age=600", FIRST));
        assertThat(get(web)).isEqualTo("one");
        clock.advance(Duration.ofSeconds(599));
        assertThat(get(web)).isEqualTo("one");
        assertThat(site.requests).hasSize(1);
    }

    @Test
    void aStalePageIsRevalidatedByBothValidatorsAndServedWhenUnchanged() {
        site.respondsWith(page("one", "max-age=600", FIRST));
        get(web);
        clock.advance(Duration.ofMinutes(10));
        site.respondsWith(unchanged("max-age=60", Validators.NONE));

        assertThat(get(web)).isEqualTo("one");
        assertThat(site.last().known())
                .contains(new ConditionalWebClient.Known(address(BLOG), FIRST));

        clock.advance(Duration.ofSeconds(59));
        assertThat(get(web)).isEqualTo("one");
        assertThat(site.requests).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        site.respondsWith(unchanged("", Validators.NONE));
        get(web);
        assertThat(site.last().known()).map(ConditionalWebClient.Known::validators).contains(FIRST);
    }

    @Test
    void headersMissingInA304KeepTheirValues() {
        site.respondsWith(page("one", "max-age=600", FIRST));
        get(web);
        clock.advance(Duration.ofMinutes(10));
        site.respondsWith(unchanged("", SECOND));
        get(web);
        clock.advance(Duration.ofSeconds(599));
        get(web);
        assertThat(site.requests).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        site.respondsWith(unchanged("", Validators.NONE));
        get(web);
        assertThat(site.last().known().orElseThrow().validators())
                .isEqualTo(new Validators(SECOND.etag(), FIRST.lastModified()));
    }

    @Test
    void aChangedPageReplacesTheCachedOne() {
        site.respondsWith(page("one", "", FIRST), page("two", "", SECOND), unchanged("", SECOND));
        assertThat(get(web)).isEqualTo("one");
        assertThat(get(web)).isEqualTo("two");
        assertThat(get(web)).isEqualTo("two");
        assertThat(site.last().known())
                .map(ConditionalWebClient.Known::validators)
                .contains(SECOND);
    }

    @Test
    void aPageWithoutLifetimeIsRevalidatedEachTime() {
        site.respondsWith(page("one", "", FIRST), unchanged("", FIRST), unchanged("", FIRST));
        get(web);
        get(web);
        get(web);
        assertThat(site.requests).hasSize(3);
        assertThat(pages.writes).as("that nothing changed is not worth storing").isEqualTo(1);
    }

    @Test
    void aPageThatIsRequestedStaysCachedThoughItNeverChanges() {
        site.respondsWith(page("one", "", FIRST), unchanged("", FIRST));
        get(web);
        Instant first = pages.pages.values().iterator().next().expiresAt();
        clock.advance(Duration.ofHours(25));
        get(web);
        assertThat(pages.pages.values().iterator().next().expiresAt())
                .isEqualTo(first.plus(Duration.ofHours(25)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private, max-age=600"})
    void aPageThatIsNotCacheableIsNotStored(String cacheControl) {
        site.respondsWith(page("one", cacheControl, FIRST));
        get(web);
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void aPageThatCouldNeverBeServedAgainIsNotStored() {
        site.respondsWith(page("one", "no-cache", Validators.NONE));
        get(web);
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void aPageWithoutValidatorsIsCachedForItsLifetime() {
        site.respondsWith(page("one", "max-age=600", Validators.NONE));
        get(web);
        assertThat(get(web)).isEqualTo("one");
        clock.advance(Duration.ofMinutes(10));
        site.respondsWith(page("two", "", Validators.NONE));
        assertThat(get(web)).isEqualTo("two");
        assertThat(site.last().known()).isEmpty();
    }

    @Test
    void aCachedPageIsDeletedWhenItsSuccessorIsNotCacheable() {
        site.respondsWith(page("one", "max-age=600", FIRST), page("two", "no-store", SECOND));
        get(web);
        assertThat(get(web.revalidating())).isEqualTo("two");
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void aPageThatItsAuthorRemovedIsDeleted() {
        site.respondsWith(page("one", "", FIRST), failed(ProblemType.PAGE_NOT_FOUND));
        get(web);
        assertThat(reason(web, BLOG)).isEqualTo(ProblemType.PAGE_NOT_FOUND);
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void noStalePageIsServedOnAnErrorButItIsRevalidatedLater() {
        site.respondsWith(page("one", "", FIRST), failed(ProblemType.SITE_TIMEOUT));
        get(web);
        assertThat(reason(web, BLOG)).isEqualTo(ProblemType.SITE_TIMEOUT);
        site.respondsWith(unchanged("", FIRST));
        assertThat(get(web)).isEqualTo("one");
    }

    @Test
    void aRevalidatingClientAsksTheSiteThoughThePageIsFresh() {
        site.respondsWith(page("one", "max-age=600", FIRST), unchanged("max-age=600", FIRST));
        get(web);
        assertThat(get(web.revalidating())).isEqualTo("one");
        assertThat(site.last().known()).isPresent();
        site.respondsWith(page("two", "max-age=600", SECOND));
        assertThat(get(web.revalidating())).isEqualTo("two");
        assertThat(get(web)).as("the others profit").isEqualTo("two");
        assertThat(site.requests).hasSize(3);
    }

    @Test
    void theAddressAfterRedirectsIsCachedWithThePage() {
        String there = "https://www.blog.example/";
        site.respondsWith(redirected(there, page("one", "max-age=600", FIRST), "max-age=600"));
        get(web);
        var again = (FetchResult.Found) web.get(BLOG, HTML);
        assertThat(again.resource().url()).isEqualTo(there);
        assertThat(site.requests).hasSize(1);
        clock.advance(Duration.ofMinutes(10));
        site.respondsWith(unchanged("", FIRST));
        get(web);
        assertThat(site.last().address()).isEqualTo(address(BLOG));
        assertThat(site.last().known())
                .contains(new ConditionalWebClient.Known(address(there), FIRST));
    }

    @Test
    void aPageIsFreshNoLongerThanTheRedirectToIt() {
        String there = "https://www.blog.example/";
        ConditionalWebClient.Page redirected =
                redirected(there, page("one", "max-age=600", FIRST), "max-age=60");
        site.respondsWith(redirected, redirected);
        get(web);
        clock.advance(Duration.ofMinutes(1));
        get(web);
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void aPageBehindARedirectThatIsNotCacheableIsNotStored() {
        String there = "https://www.blog.example/";
        site.respondsWith(redirected(there, page("one", "max-age=600", FIRST), "no-store"));
        get(web);
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void theFeedAndThePageOfOneAddressHaveKeysOfTheirOwn() {
        site.respondsWith(page("page", "max-age=600", FIRST), page("feed", "max-age=600", SECOND));
        assertThat(get(web)).isEqualTo("page");
        assertThat(text(web.get(BLOG, FEED))).isEqualTo("feed");
        assertThat(get(web)).isEqualTo("page");
        assertThat(text(web.get(BLOG, FEED))).isEqualTo("feed");
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void allSpellingsOfAnAddressHaveOneKey() {
        site.respondsWith(page("one", "max-age=600", FIRST));
        get(web);
        assertThat(text(web.get("HTTPS://Blog.Example:443/#top", HTML))).isEqualTo("one");
    }

    @Test
    void anUnavailableCacheFailsNoFetchAndIsNotCalledForAWhile() {
        pages.state = InMemoryPageCache.State.UNAVAILABLE;
        site.respondsWith(page("one", "max-age=600", FIRST), page("two", "max-age=600", FIRST));
        assertThat(get(web)).isEqualTo("one");
        assertThat(get(web)).isEqualTo("two");
        assertThat(pages.calls).isEqualTo(1);

        pages.state = InMemoryPageCache.State.AVAILABLE;
        clock.advance(Duration.ofMillis(29_999));
        site.respondsWith(page("two", "max-age=600", FIRST));
        get(web);
        assertThat(pages.calls).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        site.respondsWith(page("three", "max-age=600", FIRST));
        get(web);
        assertThat(get(web)).isEqualTo("three");
    }

    @Test
    void aRequestThatRanOutOfTimeDoesNotPauseTheCache() throws Exception {
        pages.state = InMemoryPageCache.State.UNAVAILABLE;
        site.respondsWith(page("one", "", Validators.NONE), page("two", "", Validators.NONE));
        Deadline.in(Duration.ZERO, () -> 0).call(() -> get(web));
        assertThat(pages.calls).isEqualTo(1);
        get(web);
        assertThat(pages.calls).isEqualTo(2);
    }

    @Test
    void aCorruptPageIsFetchedAgainAndReplaced() {
        site.respondsWith(page("one", "max-age=600", FIRST));
        pages.state = InMemoryPageCache.State.CORRUPT;
        assertThat(get(web)).isEqualTo("one");
        pages.state = InMemoryPageCache.State.AVAILABLE;
        assertThat(get(web)).isEqualTo("one");
        assertThat(site.requests).hasSize(1);
    }

    @Test
    void aCachedPageIsNotServedUnderOtherSettings() {
        String inner = "http://intranet.example:8080/";
        site.respondsWith(
                page(inner, "secret", "max-age=600", FIRST), failed(ProblemType.URL_NOT_ALLOWED));
        CachingWebClient allowing = web("intranet.example");
        assertThat(text(allowing.get(inner, HTML))).isEqualTo("secret");
        assertThat(reason(web, inner)).isEqualTo(ProblemType.URL_NOT_ALLOWED);
        assertThat(site.last().known()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://2130706433/",
                "http://a.example:22/"
            })
    void aCachedPageOfAPrivateAddressIsNeverServed(String url) {
        var key = CacheKey.of("", address(url), HTML);
        pages.pages.put(key, kept(BLOG));
        site.respondsWith(failed(ProblemType.URL_NOT_ALLOWED));
        assertThat(reason(web, url)).isEqualTo(ProblemType.URL_NOT_ALLOWED);
        assertThat(site.last().known()).isEmpty();
    }

    @Test
    void aCachedPageThatWasRedirectedToAPrivateAddressIsNeverServed() {
        pages.pages.put(CacheKey.of("", address(BLOG), HTML), kept("http://169.254.169.254/"));
        site.respondsWith(failed(ProblemType.URL_NOT_ALLOWED));
        assertThat(reason(web, BLOG)).isEqualTo(ProblemType.URL_NOT_ALLOWED);
        assertThat(site.last().known()).isEmpty();
    }

    @Test
    void anInvalidAddressIsAProblemWithoutARequest() {
        assertThat(reason(web, "ftp://blog.example/")).isEqualTo(ProblemType.URL_INVALID);
        assertThat(site.requests).isEmpty();
        assertThat(pages.calls).isZero();
    }

    private CachingWebClient web(String allowedNetworks) {
        var addresses = new AddressPolicy(new AllowedNetworks(allowedNetworks));
        return new CachingWebClient(
                site, pages, new CachingWebClient.Rules(addresses, allowedNetworks), clock);
    }

    private CachedPage kept(String url) {
        ConditionalWebClient.Page page = page(url, "secret", "", FIRST);
        Instant hour = clock.instant().plus(Duration.ofHours(1));
        return new CachedPage(page.resource(), page.headers(), clock.instant(), hour);
    }

    private static String get(WebClient web) {
        return text(web.get(BLOG, HTML));
    }

    private static String text(FetchResult fetch) {
        assertThat(fetch).isInstanceOf(FetchResult.Found.class);
        return ((FetchResult.Found) fetch).resource().text();
    }

    private static ProblemType reason(CachingWebClient web, String url) {
        FetchResult fetch = web.get(url, HTML);
        assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) fetch).problem();
    }
}
