package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import java.util.List;

/// Reads feeds and works out prices, for an account. Every method throws ProblemException for an
/// expected problem and UnavailableException.
public interface PostSource {
    /// A feed's title and posts, the newest first.
    record Feed(String title, List<Post> posts) {}

    record Post(String url, String title) {}

    Feed read(AccountId account, String feedUrl, int max);

    Price quote(AccountId account, String url, CollectionRequest request);
}
