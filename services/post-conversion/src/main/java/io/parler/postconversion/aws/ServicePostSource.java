package io.parler.postconversion.aws;

import io.parler.id.AccountId;
import io.parler.postconversion.collection.CollectionRequest;
import io.parler.postconversion.collection.PostSource;
import io.parler.postconversion.collection.Price;
import io.parler.request.ConversionRequestBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Feeds from load-post, and quotes from conversion.
final class ServicePostSource implements PostSource {
    private static final String PAGE_SIZE = "100";

    private final ServiceClient loadPost;
    private final ServiceClient conversion;

    ServicePostSource(ServiceClient loadPost, ServiceClient conversion) {
        this.loadPost = loadPost;
        this.conversion = conversion;
    }

    private record Posts(FeedJson feed, List<PostJson> posts, @Nullable String nextCursor) {}

    private record FeedJson(String title) {}

    private record PostJson(String url, String title) {}

    private record QuoteJson(long billable, PriceJson price) {}

    private record PriceJson(BigDecimal amount) {}

    @Override
    public Feed read(AccountId account, String feedUrl, int max) {
        List<Post> found = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("url", feedUrl, "limit", PAGE_SIZE));
        while (true) {
            Posts page = loadPost.get(account, "/v1/posts", query, Posts.class);
            page.posts().stream()
                    .limit(max - found.size())
                    .map(post -> new Post(post.url(), post.title()))
                    .forEach(found::add);
            if (found.size() >= max || page.nextCursor() == null) {
                return new Feed(page.feed().title(), found);
            }
            query.put("cursor", page.nextCursor());
        }
    }

    @Override
    public Price quote(AccountId account, String url, CollectionRequest request) {
        QuoteJson quote =
                conversion.post(account, "/v1/quotes", body(url, request), QuoteJson.class);
        return new Price(quote.billable(), quote.price().amount());
    }

    /// The request for the conversion of a post.
    static ConversionRequestBody body(String url, CollectionRequest request) {
        return new ConversionRequestBody(
                new ConversionRequestBody.SourceBody(url, null, null, null, null, null),
                request.voice().orElse(null),
                request.options());
    }
}
