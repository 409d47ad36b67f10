package io.parler.loadpost.aws;

import io.parler.http.Caller;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.loadpost.aws.SubscriptionImportBody.FeedResult;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.follow.Subscription;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.loadpost.opml.InvalidOpmlException;
import io.parler.loadpost.opml.OpmlFeed;
import io.parler.loadpost.opml.OpmlFile;
import io.parler.post.PostAddress;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the feeds of an OPML file, and writes one of those that are followed.
final class OpmlEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(OpmlEndpoint.class);
    static final int MAX_BODY = 256 * 1024;

    /// More can't be asked within one request.
    static final int MAX_FEEDS = 200;

    private static final int PARALLEL = 12;

    private final Subscriptions subscriptions;
    private final BiFunction<Caller, String, Feed> feeds;
    private final SubscriptionEndpoint single;

    /// @param feeds loads the feed of an address for a caller, or throws the problem
    OpmlEndpoint(
            Subscriptions subscriptions,
            BiFunction<Caller, String, Feed> feeds,
            SubscriptionEndpoint single) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.single = single;
    }

    static boolean isOpml(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("xml") || type.contains("opml");
    }

    /// A file with feeds that are followed already can be sent again: they are not followed twice.
    Response importFile(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        List<OpmlFeed> listed = feedsIn(request.bodyBytes());
        Caller caller = request.caller();
        Map<String, String> followed = new HashMap<>();
        List<Subscription> subscribed = subscriptions.list(caller.account());
        for (Subscription subscription : subscribed) {
            followed.put(normal(subscription.feedUrl()), subscription.id().value());
        }
        Map<OpmlFeed, FeedResult> results = new ConcurrentHashMap<>();
        List<OpmlFeed> wanted = new ArrayList<>();
        for (OpmlFeed feed : listed) {
            String subscription = followed.get(normal(feed.feedUrl()));
            if (subscription != null) {
                results.put(
                        feed, FeedResult.of(feed, SubscriptionImportBody.FOLLOWED, subscription));
            } else {
                wanted.add(feed);
            }
        }
        int tried =
                follow(caller, wanted, Subscriptions.MAX_PER_ACCOUNT - subscribed.size(), results);
        LOG.atInfo()
                .addKeyValue("feeds", listed.size())
                .addKeyValue("tried", tried)
                .log("list of feeds imported");
        return Response.json(
                        200, new SubscriptionImportBody(listed.stream().map(results::get).toList()))
                .header("Cache-Control", "no-store");
    }

    /// The same for `http:` and `https:`, and for other spellings of one address.
    private static String normal(String feedUrl) {
        return PostAddress.of(feedUrl).map(PostAddress::value).orElse(feedUrl);
    }

    private static List<OpmlFeed> feedsIn(byte[] file) {
        try {
            Map<String, OpmlFeed> distinct = new LinkedHashMap<>();
            for (OpmlFeed feed : OpmlFile.read(file)) {
                distinct.putIfAbsent(feed.feedUrl(), feed);
            }
            if (distinct.isEmpty()) {
                throw invalid("The file lists no feeds: no outline has an xmlUrl.");
            }
            if (distinct.size() > MAX_FEEDS) {
                throw invalid("The file lists more than " + MAX_FEEDS + " feeds.");
            }
            return List.copyOf(distinct.values());
        } catch (InvalidOpmlException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_BODY, detail, List.of()));
    }

    /// Tries feeds until the account has no free place. One that can't be read takes no place.
    /// Returns how many were tried.
    private int follow(
            Caller caller, List<OpmlFeed> wanted, int places, Map<OpmlFeed, FeedResult> results) {
        int free = places;
        // Without a free place too: the address of a site may lead to a feed that is followed.
        int batch = free > 0 ? Math.max(free, PARALLEL) : Subscriptions.MAX_PER_ACCOUNT;
        int tried = 0;
        while (batch > 0 && tried < wanted.size()) {
            List<OpmlFeed> next = wanted.subList(tried, Math.min(tried + batch, wanted.size()));
            follow(caller, next, results);
            tried += next.size();
            for (OpmlFeed feed : next) {
                FeedResult result = results.get(feed);
                if (result != null && result.status().equals(SubscriptionImportBody.ADDED)) {
                    free--;
                }
            }
            batch = free > 0 ? Math.max(free, PARALLEL) : 0;
        }
        for (OpmlFeed feed : wanted.subList(tried, wanted.size())) {
            results.put(feed, FeedResult.invalid(feed, SubscriptionEndpoint.tooMany()));
        }
        return tried;
    }

    /// Sites answer slowly, so several are asked at once.
    private void follow(Caller caller, List<OpmlFeed> wanted, Map<OpmlFeed, FeedResult> results) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
            for (OpmlFeed feed : wanted) {
                threads.execute(Deadline.inherited(() -> results.put(feed, follow(caller, feed))));
            }
        }
    }

    private FeedResult follow(Caller caller, OpmlFeed feed) {
        try {
            SubscriptionRequestBody.NewSubscription subscription =
                    SubscriptionRequestBody.of(feed.feedUrl()).toDomain(caller.isPrivate());
            Feed loaded = feeds.apply(caller, subscription.feedUrl());
            Subscriptions.Created created;
            // One at a time: two addresses may lead to the same feed.
            synchronized (this) {
                created = single.create(caller, subscription, loaded);
            }
            return switch (created) {
                case Subscriptions.Created.Added(Subscriptions.WithHook added) ->
                        FeedResult.of(
                                feed,
                                SubscriptionImportBody.ADDED,
                                added.subscription().id().value());
                case Subscriptions.Created.FollowedAlready(SubscriptionId id) ->
                        FeedResult.of(feed, SubscriptionImportBody.FOLLOWED, id.value());
                case Subscriptions.Created.TooMany _ ->
                        FeedResult.invalid(feed, SubscriptionEndpoint.tooMany());
            };
        } catch (ProblemException e) {
            return FeedResult.invalid(feed, e.problem());
        } catch (UnavailableException e) {
            LOG.atWarn().setCause(e).log("a feed of a list could not be followed");
            return FeedResult.invalid(
                    feed,
                    Problem.of(
                            ProblemType.UNAVAILABLE,
                            "It could not be followed now; send the file again."));
        } catch (RuntimeException e) {
            // One feed must not take the results of all others with it.
            LOG.atError().setCause(e).log("a feed of a list could not be followed");
            return FeedResult.invalid(
                    feed,
                    Problem.of(
                            ProblemType.INTERNAL_ERROR,
                            "It could not be followed; send the file again in a moment."));
        }
    }

    Response export(Request request) {
        List<OpmlFeed> followed =
                subscriptions.list(request.caller().account()).stream()
                        .map(it -> new OpmlFeed(ResponseText.title(it.title()), it.feedUrl()))
                        .toList();
        return Response.of(
                        200,
                        "text/x-opml; charset=utf-8",
                        OpmlFile.write("Blogs that Parler reads aloud", followed))
                .header("Content-Disposition", "attachment; filename=\"parler.opml\"")
                .header("Cache-Control", "no-store");
    }
}
