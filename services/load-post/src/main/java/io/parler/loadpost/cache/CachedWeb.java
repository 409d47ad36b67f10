package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWeb;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.PublicAddressOnly;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.UnreadableAddress;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The web with a memory: a page that is fresh is given without asking its site, and a stale one
/// only after its site said that it is still so. On an error nothing stale is given, even where
/// a site would allow it: the user is told that the site is away.
public final class CachedWeb implements Web {
    private final ConditionalWeb web;
    private final BestEffort cache;
    private final Rules rules;
    private final InstantSource clock;
    private final Use use;

    private enum Use {
        WHILE_FRESH,
        REVALIDATED
    }

    /// What decides which pages there are for us.
    ///
    /// @param settings all that a page's content or its being allowed depends on, beside address
    ///     and `Accept`
    public record Rules(PublicAddressOnly addresses, String settings) {}

    public CachedWeb(ConditionalWeb web, PageCache cache, Rules rules, InstantSource clock) {
        this(web, new BestEffort(cache, clock), rules, clock, Use.WHILE_FRESH);
    }

    private CachedWeb(
            ConditionalWeb web, BestEffort cache, Rules rules, InstantSource clock, Use use) {
        this.web = web;
        this.cache = cache;
        this.rules = rules;
        this.clock = clock;
        this.use = use;
    }

    @Override
    public Web revalidating() {
        return new CachedWeb(web, cache, rules, clock, Use.REVALIDATED);
    }

    @Override
    public Fetch get(String url, String accept) {
        try {
            var address = WebAddress.parse(url);
            return get(address, accept, PageKey.of(rules.settings(), address, accept));
        } catch (UnreadableAddress e) {
            return Fetch.Refused.unreadable(e);
        }
    }

    private Fetch get(WebAddress address, String accept, PageKey key) {
        var asked = clock.instant();
        var kept =
                rules.addresses().allowsAtSight(address)
                        ? cache.find(key).filter(this::mayBeGiven)
                        : Optional.<KeptPage>empty();
        if (use == Use.WHILE_FRESH && kept.isPresent() && kept.get().isFresh(asked)) {
            return new Fetch.Found(kept.get().resource());
        }
        return switch (web.ask(address, accept, kept.flatMap(KeptPage::known))) {
            case ConditionalWeb.Page page -> {
                var got = page(page.resource(), page.headers(), page.redirects(), asked);
                remember(key, got, page.redirects(), kept);
                yield new Fetch.Found(got.resource());
            }
            case ConditionalWeb.Unchanged unchanged -> {
                var known = kept.orElseThrow();
                var headers = known.headers().updatedBy(unchanged.headers());
                var got = page(known.resource(), headers, unchanged.redirects(), asked);
                if (got.saysMoreThan(known)) {
                    remember(key, got, unchanged.redirects(), kept);
                }
                yield new Fetch.Found(got.resource());
            }
            case ConditionalWeb.Refused(var refusal) -> {
                if (refusal.reason() == Fetch.Reason.PAGE_NOT_FOUND && kept.isPresent()) {
                    cache.forget(key); // its author took it away
                }
                yield refusal;
            }
        };
    }

    /// A redirect is an address that was not asked for, and must be one that could be.
    private boolean mayBeGiven(KeptPage page) {
        return rules.addresses().allowsAtSight(page.resource().address());
    }

    /// It is fresh for as long as every answer on the way to it is: each could lead elsewhere
    /// after that.
    private static KeptPage page(
            Resource resource,
            CachingHeaders headers,
            List<CachingHeaders> redirects,
            Instant asked) {
        var freshUntil =
                Stream.concat(redirects.stream(), Stream.of(headers))
                        .map(answer -> KeepingRules.freshUntil(answer, asked))
                        .min(Instant::compareTo)
                        .orElseThrow();
        return new KeptPage(resource, headers, asked, freshUntil);
    }

    private void remember(
            PageKey key, KeptPage page, List<CachingHeaders> redirects, Optional<KeptPage> before) {
        boolean allowed =
                Stream.concat(redirects.stream(), Stream.of(page.headers()))
                        .allMatch(KeepingRules::mayKeep);
        boolean useful = page.known().isPresent() || page.isFresh(clock.instant());
        if (allowed && useful) {
            cache.keep(key, page);
        } else if (before.isPresent()) {
            cache.forget(key); // an older one must not outlive it
        }
    }
}
