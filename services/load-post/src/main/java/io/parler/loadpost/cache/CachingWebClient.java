package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.AddressPolicy;
import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWebClient;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.fetch.WebClient;
import io.parler.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A web client with an HTTP cache: a fresh page is served without asking its site, a stale one
/// only after the site has confirmed it. On an error nothing stale is served, even if a site
/// would allow that: the user is told that the site is unreachable.
public final class CachingWebClient implements WebClient {
    private final ConditionalWebClient web;
    private final BestEffortCache cache;
    private final Rules rules;
    private final InstantSource clock;
    private final boolean alwaysRevalidates;

    /// What decides which cached pages may be served.
    ///
    /// @param settings every setting that a page's content, or whether it may be fetched, depends
    ///     on besides address and `Accept`
    public record Rules(AddressPolicy addresses, String settings) {}

    public CachingWebClient(
            ConditionalWebClient web, PageCache cache, Rules rules, InstantSource clock) {
        this(web, new BestEffortCache(cache, clock), rules, clock, false);
    }

    private CachingWebClient(
            ConditionalWebClient web,
            BestEffortCache cache,
            Rules rules,
            InstantSource clock,
            boolean alwaysRevalidates) {
        this.web = web;
        this.cache = cache;
        this.rules = rules;
        this.clock = clock;
        this.alwaysRevalidates = alwaysRevalidates;
    }

    @Override
    public WebClient revalidating() {
        return new CachingWebClient(web, cache, rules, clock, true);
    }

    @Override
    public FetchResult get(String url, String accept) {
        try {
            WebAddress address = WebAddress.parse(url);
            return get(address, accept, CacheKey.of(rules.settings(), address, accept));
        } catch (InvalidAddressException e) {
            return FetchResult.Failed.invalidAddress(e);
        }
    }

    private FetchResult get(WebAddress address, String accept, CacheKey key) {
        Instant requestedAt = clock.instant();
        Optional<CachedPage> cached =
                rules.addresses().mayAllow(address)
                        ? cache.get(key).filter(this::mayBeServed)
                        : Optional.empty();
        if (!alwaysRevalidates && cached.isPresent() && cached.get().isFresh(requestedAt)) {
            return new FetchResult.Found(cached.get().resource());
        }
        return switch (web.request(address, accept, cached.flatMap(CachedPage::known))) {
            case ConditionalWebClient.Page page -> {
                CachedPage current =
                        page(page.resource(), page.headers(), page.redirects(), requestedAt);
                store(key, current, page.redirects(), cached);
                yield new FetchResult.Found(current.resource());
            }
            case ConditionalWebClient.NotModified response -> {
                CachedPage known = cached.orElseThrow();
                CachingHeaders headers = known.headers().updatedBy(response.headers());
                CachedPage current =
                        page(known.resource(), headers, response.redirects(), requestedAt);
                if (current.isWorthStoringOver(known)) {
                    store(key, current, response.redirects(), cached);
                }
                yield new FetchResult.Found(current.resource());
            }
            case ConditionalWebClient.Failed(FetchResult.Failed failed) -> {
                if (failed.problem() == ProblemType.PAGE_NOT_FOUND && cached.isPresent()) {
                    cache.delete(key); // its author removed it
                }
                yield failed;
            }
        };
    }

    /// A page may have been redirected to an address that is no longer allowed.
    private boolean mayBeServed(CachedPage page) {
        return rules.addresses().mayAllow(page.resource().address());
    }

    /// A page is fresh as long as every redirect to it is: after that, each of them could lead to
    /// another page.
    private static CachedPage page(
            Resource resource,
            CachingHeaders headers,
            List<CachingHeaders> redirects,
            Instant requestedAt) {
        Instant freshUntil =
                Stream.concat(redirects.stream(), Stream.of(headers))
                        .map(response -> CachePolicy.freshUntil(response, requestedAt))
                        .min(Instant::compareTo)
                        .orElseThrow();
        return new CachedPage(resource, headers, requestedAt, freshUntil);
    }

    private void store(
            CacheKey key,
            CachedPage page,
            List<CachingHeaders> redirects,
            Optional<CachedPage> earlier) {
        boolean allowed =
                Stream.concat(redirects.stream(), Stream.of(page.headers()))
                        .allMatch(CachePolicy::isCacheable);
        boolean useful = page.known().isPresent() || page.isFresh(clock.instant());
        if (allowed && useful) {
            cache.put(key, page);
        } else if (earlier.isPresent()) {
            cache.delete(key); // the earlier page is outdated
        }
    }
}
