package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Stores collections and their posts. Every method throws UnavailableException.
public interface CollectionStore {
    /// Which post of which collection a conversion belongs to.
    record PostKey(AccountId account, UUID collection, int number) {}

    /// Does nothing if it is there.
    void create(PostCollection collection);

    Optional<PostCollection> get(AccountId account, UUID id);

    /// Those of an account, the newest first.
    List<PostCollection> list(AccountId account);

    /// Sets the status if it is one of these; false if it isn't, or there is no such collection.
    boolean move(AccountId account, UUID id, Set<CollectionStatus> from, CollectionStatus to);

    /// The account's own cap; empty if it has none.
    void setMonthlyCap(AccountId account, UUID id, OptionalLong cap);

    void setTitle(AccountId account, UUID id, String title);

    void setQuote(AccountId account, UUID id, Price quote);

    void setProblem(AccountId account, UUID id, String problem);

    /// The token of the task that waits for the owner's yes.
    void setApprovalToken(AccountId account, UUID id, String token);

    Optional<String> approvalToken(AccountId account, UUID id);

    /// Adds posts, by which their conversions are found too. Those that are there stay as they
    /// are.
    void addPosts(PostCollection collection, List<CollectionPost> posts);

    /// All posts, in their order.
    List<CollectionPost> posts(UUID collection);

    Optional<CollectionPost> post(UUID collection, int number);

    /// Replaces a post if it has the status and the token that it had; false if it has others.
    boolean replace(UUID collection, CollectionPost before, CollectionPost after);

    Optional<PostKey> ofConversion(UUID conversion);

    /// Deletes a collection and its posts.
    void delete(PostCollection collection);
}
