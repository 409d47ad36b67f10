package io.parler.postconversion.collection;

import java.util.Optional;
import java.util.UUID;

/// A post of a collection.
///
/// @param number from 0
/// @param conversion the id that its conversion has, or would have
/// @param price its quote; empty until it has one
/// @param billed characters, once it has ended
/// @param problem why it failed or could not be started
/// @param token of the task that waits for its end
public record CollectionPost(
        int number,
        String url,
        String title,
        UUID conversion,
        PostStatus status,
        Optional<Price> price,
        long billed,
        Optional<String> problem,
        Optional<String> token) {

    public static CollectionPost waiting(int number, String url, String title, UUID conversion) {
        return new CollectionPost(
                number,
                url,
                title,
                conversion,
                PostStatus.WAITING,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    CollectionPost with(Price quoted) {
        return new CollectionPost(
                number,
                url,
                title,
                conversion,
                status,
                Optional.of(quoted),
                billed,
                problem,
                token);
    }

    CollectionPost started(String byToken) {
        return new CollectionPost(
                number,
                url,
                title,
                conversion,
                PostStatus.RUNNING,
                price,
                billed,
                problem,
                Optional.of(byToken));
    }

    CollectionPost waitingWith(String byToken) {
        return new CollectionPost(
                number,
                url,
                title,
                conversion,
                PostStatus.WAITING,
                price,
                billed,
                problem,
                Optional.of(byToken));
    }

    CollectionPost ended(PostStatus as, long characters, Optional<String> because) {
        return new CollectionPost(
                number, url, title, conversion, as, price, characters, because, token);
    }
}
