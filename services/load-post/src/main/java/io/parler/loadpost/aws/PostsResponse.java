package io.parler.loadpost.aws;

import io.parler.language.LanguageTag;
import io.parler.language.WordCount;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import io.parler.loadpost.load.FeedPostUrl;
import io.parler.loadpost.load.PostPage;
import io.parler.post.PostAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The response of `GET /v1/posts`.
record PostsResponse(FeedBody feed, List<PostBody> posts, @Nullable String nextCursor) {
    private static final Predicate<String> WEB =
            Pattern.compile("https?://\\S+").asMatchPredicate();

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    record FeedBody(
            String title,
            @Nullable String description,
            @Nullable String siteUrl,
            String feedUrl,
            @Nullable String language,
            @Nullable String imageUrl) {}

    record PostBody(
            String id,
            String url,
            @Nullable String post,
            String title,
            @Nullable String author,
            @Nullable Instant published,
            @Nullable String summary,
            @Nullable String imageUrl,
            @Nullable String language,
            @Nullable Integer words) {}

    static PostsResponse of(PostPage page) {
        Feed feed = page.feed();
        return new PostsResponse(
                feed(feed),
                page.posts().stream().map(post -> post(feed, post)).toList(),
                page.nextCursor().orElse(null));
    }

    private static FeedBody feed(Feed feed) {
        return new FeedBody(
                ResponseText.title(feed.title()),
                ResponseText.orNull(feed.description().orElse(null)),
                feed.siteUrl().filter(WEB).orElse(null),
                feed.feedUrl(),
                feed.language().flatMap(LanguageTag::wellFormed).orElse(null),
                feed.imageUrl().filter(WEB).orElse(null));
    }

    private static PostBody post(Feed feed, Post post) {
        return new PostBody(
                ResponseText.text(post.id()),
                ResponseText.text(FeedPostUrl.of(feed, post)),
                address(feed, post).map(PostAddress::value).orElse(null),
                ResponseText.title(post.title()),
                ResponseText.name(post.author().orElse(null)),
                post.published().map(time -> time.truncatedTo(ChronoUnit.SECONDS)).orElse(null),
                ResponseText.orNull(post.summary().orElse(null)),
                post.imageUrl().filter(WEB).orElse(null),
                post.language().or(feed::language).flatMap(LanguageTag::wellFormed).orElse(null),
                words(post.content()));
    }

    private static Optional<PostAddress> address(Feed feed, Post post) {
        return post.url().isEmpty()
                ? PostAddress.withFragment(FeedPostUrl.of(feed, post))
                : PostAddress.of(post.url());
    }

    private static @Nullable Integer words(Optional<String> content) {
        return content.map(html -> WordCount.of(TAG.matcher(html).replaceAll(" "))).orElse(null);
    }
}
