package io.parler.loadpost.follow;

import io.parler.hash.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A post that is known, whether it was converted or was there before.
///
/// @param id the same for ever
/// @param keys all keys that it ever had
/// @param edition counts the texts that were published
public record SeenPost(String id, Set<String> keys, String textHash, int edition) {
    private static final int ID_LENGTH = 32;

    /// Enough for a post whose feed gives it a new id and address at every poll for years.
    private static final int MAX_KEYS = 200;

    public SeenPost {
        keys = Set.copyOf(keys);
    }

    /// A post that is seen for the first time. After a crash it gets the same id again.
    static SeenPost first(SubscriptionId subscription, FeedPost post) {
        return new SeenPost(
                Sha256.hexOfAll(subscription.value(), post.keys().getFirst())
                        .substring(0, ID_LENGTH),
                Set.copyOf(post.keys()),
                post.textHash(),
                1);
    }

    boolean hasText(FeedPost post) {
        return textHash.equals(post.textHash());
    }

    /// This post with the keys that it has now.
    SeenPost withKeys(FeedPost post) {
        return new SeenPost(id, merged(post.keys()), textHash, edition);
    }

    /// This post as its feed has it now.
    SeenPost as(FeedPost post) {
        return new SeenPost(id, merged(post.keys()), post.textHash(), edition);
    }

    SeenPost nextEdition(FeedPost post) {
        return new SeenPost(id, merged(post.keys()), post.textHash(), edition + 1);
    }

    private Set<String> merged(List<String> more) {
        Set<String> merged = new HashSet<>(keys);
        more.stream().filter(_ -> merged.size() < MAX_KEYS).forEach(merged::add);
        return merged;
    }
}
