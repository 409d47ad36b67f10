package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.problem.UnavailableException;
import java.util.Optional;
import java.util.UUID;

/// Records the ends of conversions in their collections, and tells the tasks that wait for them.
public final class CollectionRecorder {
    private static final String ENDED = "ended";

    private final CollectionStore store;
    private final Workflow workflow;
    private final UsageLedger ledger;

    public CollectionRecorder(CollectionStore store, Workflow workflow, UsageLedger ledger) {
        this.store = store;
        this.workflow = workflow;
        this.ledger = ledger;
    }

    /// Does nothing for a conversion of no collection. Throws UnavailableException if the post
    /// changes meanwhile.
    public void completed(UUID conversion, long billed) {
        ended(conversion, PostStatus.COMPLETED, billed, Optional.empty());
    }

    /// Does nothing for a conversion of no collection.
    public void failed(UUID conversion, long billed, String problem) {
        ended(conversion, PostStatus.FAILED, billed, Optional.of(problem));
    }

    private void ended(UUID conversion, PostStatus status, long billed, Optional<String> problem) {
        Optional<CollectionStore.PostKey> key = store.ofConversion(conversion);
        if (key.isEmpty()) {
            return;
        }
        UUID id = key.get().collection();
        Optional<CollectionPost> found = store.post(id, key.get().number());
        if (found.isEmpty()) {
            return;
        }
        CollectionPost post = found.get();
        if (!post.status().hasEnded()
                && !store.replace(id, post, post.ended(status, billed, problem))) {
            throw new UnavailableException("a post of a collection changed meanwhile");
        }
        // Again after a crash in between: the task takes it once.
        post.token().ifPresent(token -> workflow.proceed(token, ENDED));
    }

    /// Deletes the collections of an account. What is reserved for posts that have not started is
    /// given back; what runs ends by itself.
    public void delete(AccountId account) {
        for (PostCollection collection : store.list(account)) {
            for (CollectionPost post : store.posts(collection.id())) {
                if (post.status() == PostStatus.WAITING || post.status() == PostStatus.SKIPPED) {
                    ledger.release(post.conversion());
                }
            }
            store.delete(collection);
        }
    }
}
