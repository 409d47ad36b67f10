package io.parler.postconversion.aws;

import io.parler.postconversion.collection.CollectionPost;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.PostCollection;
import io.parler.postconversion.collection.PostStatus;
import io.parler.postconversion.collection.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The response of the routes of one collection.
///
/// @param posts absent in a list
record CollectionBody(
        UUID id,
        String feedUrl,
        @Nullable String title,
        int latest,
        @Nullable String voice,
        String status,
        Instant createdAt,
        @Nullable QuoteBody quote,
        @Nullable String problem,
        @Nullable ProgressBody progress,
        @Nullable List<PostBody> posts) {

    record QuoteBody(long characters, PriceBody price) {
        static @Nullable QuoteBody of(@Nullable Price price) {
            return price == null
                    ? null
                    : new QuoteBody(price.characters(), new PriceBody("USD", price.dollars()));
        }
    }

    record PriceBody(String currency, BigDecimal amount) {}

    record ProgressBody(int total, long completed, long failed, long billedCharacters) {
        static ProgressBody of(List<CollectionPost> posts) {
            return new ProgressBody(
                    posts.size(),
                    count(posts, PostStatus.COMPLETED),
                    count(posts, PostStatus.FAILED),
                    posts.stream().mapToLong(CollectionPost::billed).sum());
        }

        private static long count(List<CollectionPost> posts, PostStatus status) {
            return posts.stream().filter(post -> post.status() == status).count();
        }
    }

    record PostBody(
            String url,
            String title,
            String status,
            @Nullable QuoteBody quote,
            @Nullable String problem,
            @Nullable UUID conversionId) {
        static PostBody of(CollectionPost post) {
            boolean started =
                    post.status() == PostStatus.RUNNING || post.status() == PostStatus.COMPLETED;
            return new PostBody(
                    post.url(),
                    post.title(),
                    word(post.status()),
                    QuoteBody.of(post.price().orElse(null)),
                    post.problem().orElse(null),
                    started ? post.conversion() : null);
        }
    }

    /// In a list.
    static CollectionBody of(PostCollection collection) {
        return of(collection, null);
    }

    static CollectionBody of(PostCollection collection, @Nullable List<CollectionPost> posts) {
        return new CollectionBody(
                collection.id(),
                collection.request().feedUrl(),
                collection.title().orElse(null),
                collection.request().latest(),
                collection.request().voice().orElse(null),
                word(collection.status()),
                collection.createdAt(),
                QuoteBody.of(collection.quote().orElse(null)),
                collection.problem().orElse(null),
                posts == null ? null : ProgressBody.of(posts),
                posts == null ? null : posts.stream().map(PostBody::of).toList());
    }

    static String word(CollectionStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(PostStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
