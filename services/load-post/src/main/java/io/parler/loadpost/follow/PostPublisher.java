package io.parler.loadpost.follow;

/// Tells the other services of a post. When it returns, the event is durable.
@FunctionalInterface
public interface PostPublisher {
    void publish(PublishedPost post);
}
