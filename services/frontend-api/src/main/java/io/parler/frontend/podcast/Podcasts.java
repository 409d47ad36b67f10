package io.parler.frontend.podcast;

import io.parler.id.RandomText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes and changes the shows of accounts.
public final class Podcasts {
    /// Every completed conversion looks at all shows of its account.
    public static final int MAX_PER_ACCOUNT = 20;

    private static final int SECRET_LENGTH = 32;

    private final PodcastStore store;
    private final FeedAddress addresses;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// Shows of a store.
    ///
    /// @param random secure, such as [java.security.SecureRandom]
    public Podcasts(
            PodcastStore store,
            FeedAddress addresses,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.addresses = addresses;
        this.clock = clock;
        this.random = random;
    }

    /// A new show; empty when the account has as many as it may have.
    public Optional<Podcast> create(String accountId, PodcastSettings settings) {
        PodcastId id = PodcastId.generate(random);
        Instant now = now();
        Podcast podcast =
                new Podcast(
                        id,
                        accountId,
                        settings,
                        NameUuid.ofFeed(addresses.feed(id)).toString(),
                        RandomText.of(SECRET_LENGTH, random),
                        now,
                        now);
        return store.add(podcast, MAX_PER_ACCOUNT) ? Optional.of(podcast) : Optional.empty();
    }

    /// The shows of an account, the oldest first.
    public List<Podcast> list(String accountId) {
        return store.list(accountId);
    }

    public Optional<Podcast> get(PodcastId id) {
        return store.get(id);
    }

    /// Empty when it isn't a show of this account.
    public Optional<Podcast> get(String accountId, PodcastId id) {
        return store.get(id).filter(podcast -> podcast.accountId().equals(accountId));
    }

    /// The show with other settings; empty when it was deleted meanwhile.
    public Optional<Podcast> change(Podcast podcast, PodcastSettings settings) {
        return replaced(podcast.with(settings, now()));
    }

    /// The show with another secret: the address that it had until now finds nothing any more.
    public Optional<Podcast> replaceSecret(Podcast podcast) {
        return replaced(podcast.withSecret(RandomText.of(SECRET_LENGTH, random), now()));
    }

    private Optional<Podcast> replaced(Podcast podcast) {
        return store.replace(podcast) ? Optional.of(podcast) : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
