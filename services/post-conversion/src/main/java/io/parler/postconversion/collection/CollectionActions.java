package io.parler.postconversion.collection;

import static io.parler.postconversion.collection.CollectionStatus.AWAITING_APPROVAL;
import static io.parler.postconversion.collection.CollectionStatus.CANCELLING;
import static io.parler.postconversion.collection.CollectionStatus.PAUSED;
import static io.parler.postconversion.collection.CollectionStatus.PREPARING;
import static io.parler.postconversion.collection.CollectionStatus.RUNNING;

import io.parler.id.AccountId;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// What the owner of a collection does with it.
public final class CollectionActions {
    public static final String APPROVED = "approved";
    public static final String CANCELLED = "cancelled";

    private final CollectionStore store;
    private final Workflow workflow;
    private final CollectionSteps steps;

    public CollectionActions(CollectionStore store, Workflow workflow, CollectionSteps steps) {
        this.store = store;
        this.workflow = workflow;
        this.steps = steps;
    }

    /// Stores it and starts its state machine; a repetition does so once.
    public void create(PostCollection collection) {
        store.create(collection);
        workflow.start(collection);
    }

    /// The owner's yes. False if the collection doesn't wait for it.
    ///
    /// @param monthlyCap the account's own cap by now, under which the characters are reserved
    public boolean approve(AccountId account, UUID id, OptionalLong monthlyCap) {
        store.setMonthlyCap(account, id, monthlyCap);
        // Before the token is used: what comes after it must find the new status.
        if (!store.move(account, id, Set.of(AWAITING_APPROVAL, RUNNING), RUNNING)) {
            return false;
        }
        store.approvalToken(account, id).ifPresent(token -> workflow.proceed(token, APPROVED));
        return true;
    }

    public boolean pause(AccountId account, UUID id) {
        return store.move(account, id, Set.of(RUNNING, PAUSED), PAUSED);
    }

    public boolean resume(AccountId account, UUID id) {
        if (!store.move(account, id, Set.of(PAUSED, RUNNING), RUNNING)) {
            return false;
        }
        steps.startWaiting(account, id);
        return true;
    }

    /// Nothing starts any more; what runs ends.
    public boolean cancel(AccountId account, UUID id) {
        if (!store.move(
                account,
                id,
                Set.of(PREPARING, AWAITING_APPROVAL, RUNNING, PAUSED, CANCELLING),
                CANCELLING)) {
            return false;
        }
        store.approvalToken(account, id).ifPresent(token -> workflow.proceed(token, CANCELLED));
        steps.startWaiting(account, id);
        return true;
    }
}
