package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.problem.UnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// PostSource of a feed with five posts of 1,000 characters, of which the second has no article.
public final class PostSourceInMemory implements PostSource {
    /// Addresses of posts whose quote is unavailable.
    public final Set<String> unavailable = new HashSet<>();

    /// Posts that the feed has before the five.
    public final List<Integer> newer = new ArrayList<>();

    @Override
    public Feed read(AccountId account, String feedUrl, int max) {
        if (feedUrl.contains("nowhere")) {
            throw new ProblemException(ProblemType.NO_FEED, "There is no feed.");
        }
        List<Post> posts =
                IntStream.concat(newer.stream().mapToInt(Integer::intValue), IntStream.range(0, 5))
                        .mapToObj(i -> new Post("https://blog.example.com/" + i, "Post " + i))
                        .limit(max)
                        .toList();
        return new Feed("A blog", posts);
    }

    @Override
    public Price quote(AccountId account, String url, CollectionRequest request) {
        if (url.endsWith("/1")) {
            throw new ProblemException(ProblemType.NO_ARTICLE, "The page has no article.");
        }
        if (unavailable.contains(url)) {
            throw new UnavailableException("the quote");
        }
        return new Price(1_000, new BigDecimal("0.016"));
    }
}
