package io.parler.loadpost.aws;

import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.follow.PollQueue;
import io.parler.loadpost.follow.SeenPostStoreInMemory;
import io.parler.loadpost.follow.SubscriptionStoreInMemory;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.rate.MinuteLimit;
import java.net.URI;
import java.time.InstantSource;
import java.util.Random;

/// Builds the API for tests.
final class LoadPostApis {
    static final URI ORIGIN = URI.create("https://parler.example.com");

    private LoadPostApis() {}

    /// An API without subscriptions.
    static LoadPostApi of(WebClient pages, WebClient pictures, MinuteLimit limit) {
        return of(pages, pictures, limit, (_, _, _) -> {}, InstantSource.system());
    }

    static LoadPostApi of(
            WebClient pages,
            WebClient pictures,
            MinuteLimit limit,
            PollQueue queue,
            InstantSource clock) {
        return new LoadPostApi(
                new LoadPostApi.WebClients(pages, pictures),
                limit,
                new Subscriptions(
                        new SubscriptionStoreInMemory(),
                        new SeenPostStoreInMemory(),
                        queue,
                        clock,
                        new Random(1)),
                ORIGIN,
                clock);
    }
}
