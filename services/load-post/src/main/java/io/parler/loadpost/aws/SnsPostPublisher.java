package io.parler.loadpost.aws;

import io.parler.events.EventPublisher;
import io.parler.loadpost.follow.PostPublisher;
import io.parler.loadpost.follow.PublishedPost;

/// Publishes new posts to the topic that all services share.
final class SnsPostPublisher implements PostPublisher {
    private final EventPublisher events;

    SnsPostPublisher(EventPublisher events) {
        this.events = events;
    }

    @Override
    public void publish(PublishedPost post) {
        events.publish(
                PostPublishedV1.TYPE,
                post.subscription().id() + "/" + post.postId(),
                post.subscription().account().value(),
                PostPublishedV1.of(post));
    }
}
