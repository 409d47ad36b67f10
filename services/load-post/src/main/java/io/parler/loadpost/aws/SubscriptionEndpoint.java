package io.parler.loadpost.aws;

import io.parler.http.Caller;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.follow.AccountLimits;
import io.parler.loadpost.follow.Subscription;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.loadpost.follow.SubscriptionSettings;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers with the caller's subscriptions, changes them, and takes the calls of blogs.
final class SubscriptionEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionEndpoint.class);
    private static final int MAX_BODY = 128 * 1024;

    private final Subscriptions subscriptions;
    private final Function<String, Feed> feeds;
    private final URI publicOrigin;

    /// @param feeds loads the feed of an address, or throws the problem
    SubscriptionEndpoint(
            Subscriptions subscriptions, Function<String, Feed> feeds, URI publicOrigin) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.publicOrigin = publicOrigin;
    }

    Response list(Request request) {
        return answer(
                200, SubscriptionBody.ListBody.of(subscriptions.list(request.caller().account())));
    }

    Response create(Request request) {
        Caller caller = request.caller();
        SubscriptionRequestBody.NewSubscription wanted = body(request).toDomain(caller.isPrivate());
        return switch (create(caller, wanted, feeds.apply(wanted.feedUrl()))) {
            case Subscriptions.Created.Added(Subscriptions.WithHook added) -> {
                LOG.atInfo()
                        .addKeyValue("subscriptionId", added.subscription().id().value())
                        .log("feed followed");
                yield withHook(201, added)
                        .header("Location", "/v1/subscriptions/" + added.subscription().id());
            }
            case Subscriptions.Created.FollowedAlready(SubscriptionId id) ->
                    throw new ProblemException(
                            Problem.invalidBody(
                                    List.of(
                                            new FieldError(
                                                    "/feedUrl", "is followed already, by " + id))));
            case Subscriptions.Created.TooMany _ -> throw new ProblemException(tooMany());
        };
    }

    Subscriptions.Created create(
            Caller caller, SubscriptionRequestBody.NewSubscription wanted, Feed feed) {
        return subscriptions.create(
                caller.account(), limits(caller), feed, wanted.settings(), wanted.latest());
    }

    static Problem tooMany() {
        return Problem.of(
                ProblemType.INVALID_BODY,
                "An account follows at most " + Subscriptions.MAX_PER_ACCOUNT + " feeds.",
                List.<FieldError>of());
    }

    Response get(Request request) {
        return answer(200, SubscriptionBody.of(subscription(request), null));
    }

    Response change(Request request) {
        Caller caller = request.caller();
        Subscription before = subscription(request);
        SubscriptionSettings settings =
                body(request).applyTo(before.settings(), caller.isPrivate());
        Subscription after =
                subscriptions
                        .change(before, settings, limits(caller))
                        .orElseThrow(SubscriptionEndpoint::notFound);
        return answer(200, SubscriptionBody.of(after, null));
    }

    Response renewHook(Request request) {
        return withHook(
                200,
                subscriptions
                        .renewHook(subscription(request))
                        .orElseThrow(SubscriptionEndpoint::notFound));
    }

    Response delete(Request request) {
        subscriptions.delete(subscription(request));
        return Response.empty(204).header("Cache-Control", "no-store");
    }

    /// Whatever a blog sends with its call is ignored.
    Response call(Request request) {
        if (!subscriptions.call(request.path("secret"))) {
            throw new ProblemException(
                    ProblemType.SUBSCRIPTION_NOT_FOUND,
                    "No subscription has this hook; it may have been renewed.");
        }
        return Response.empty(202).header("Cache-Control", "no-store");
    }

    private Response withHook(int status, Subscriptions.WithHook hook) {
        return answer(
                status,
                SubscriptionBody.of(
                        hook.subscription(), publicOrigin + "/v1/hooks/" + hook.secret()));
    }

    private static Response answer(int status, Object body) {
        return Response.json(status, body).header("Cache-Control", "no-store");
    }

    private static SubscriptionRequestBody body(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        return request.body(SubscriptionRequestBody.class);
    }

    private Subscription subscription(Request request) {
        return SubscriptionId.parse(request.path("id"))
                .flatMap(id -> subscriptions.get(request.caller().account(), id))
                .orElseThrow(SubscriptionEndpoint::notFound);
    }

    private static AccountLimits limits(Caller caller) {
        return new AccountLimits(
                caller.limits().monthlyCharacters(), caller.limits().conversionsPerMinute());
    }

    private static ProblemException notFound() {
        return new ProblemException(
                ProblemType.SUBSCRIPTION_NOT_FOUND, "There is no subscription with this id.");
    }
}
