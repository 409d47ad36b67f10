package io.parler.postconversion.collection;

import static io.parler.postconversion.collection.CollectionStatus.AWAITING_APPROVAL;
import static io.parler.postconversion.collection.CollectionStatus.CANCELLED;
import static io.parler.postconversion.collection.CollectionStatus.CANCELLING;
import static io.parler.postconversion.collection.CollectionStatus.COMPLETED;
import static io.parler.postconversion.collection.CollectionStatus.FAILED;
import static io.parler.postconversion.collection.CollectionStatus.PAUSED;
import static io.parler.postconversion.collection.CollectionStatus.PREPARING;
import static io.parler.postconversion.collection.CollectionStatus.RUNNING;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.Reservation;
import io.parler.problem.ProblemException;
import io.parler.problem.UnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// The steps of a collection, each of which can be repeated. Of one that is deleted meanwhile,
/// each does nothing.
public final class CollectionSteps {
    private static final String ENDED = "ended";
    private static final String NOT_QUOTED = "It could not be quoted.";
    private static final String NOT_STARTED = "It could not be started.";
    private static final String NOT_ALL_CONVERTED =
            "It ended before all of its posts were converted.";
    private static final String NONE_CONVERTED =
            "None of its posts could be converted; each says why.";
    private static final String NOT_APPROVED =
            "An error ended it while it waited for its owner's yes.";

    /// Of one post, so few callers compete for it.
    private static final int MAX_ATTEMPTS = 8;

    private final CollectionStore store;
    private final PostSource source;
    private final Quota quota;
    private final ConversionStarter starter;
    private final Workflow workflow;
    private final Supplier<UUID> ids;

    public CollectionSteps(
            CollectionStore store,
            PostSource source,
            Quota quota,
            ConversionStarter starter,
            Workflow workflow,
            Supplier<UUID> ids) {
        this.store = store;
        this.source = source;
        this.quota = quota;
        this.starter = starter;
        this.workflow = workflow;
        this.ids = ids;
    }

    /// Lists the posts of the feed and returns how many there are.
    public int list(AccountId account, UUID id) {
        Optional<PostCollection> collection = store.get(account, id);
        if (collection.isEmpty()) {
            return 0;
        }
        if (collection.get().title().isEmpty()) {
            try {
                read(collection.get());
            } catch (ProblemException e) {
                store.setProblem(account, id, e.problem().detail());
            }
        }
        return store.posts(id).size();
    }

    /// The title is stored last: with it, all posts are there. Posts that were added before a crash
    /// stay, and the feed may have changed since.
    private void read(PostCollection collection) {
        CollectionRequest request = collection.request();
        PostSource.Feed feed =
                source.read(collection.account(), request.feedUrl(), request.latest());
        List<CollectionPost> stored = store.posts(collection.id());
        Set<String> urls = new HashSet<>();
        stored.forEach(post -> urls.add(post.url()));
        List<CollectionPost> posts = new ArrayList<>();
        for (PostSource.Post post : feed.posts()) {
            int number = stored.size() + posts.size();
            if (number < request.latest() && urls.add(post.url())) {
                posts.add(CollectionPost.waiting(number, post.url(), post.title(), ids.get()));
            }
        }
        store.addPosts(collection, posts);
        store.setTitle(collection.account(), collection.id(), feed.title());
    }

    /// Works out the price of a post. One that can't be converted fails now.
    public void quote(AccountId account, UUID id, int number) {
        Optional<PostCollection> collection = store.get(account, id);
        Optional<CollectionPost> post = store.post(id, number);
        if (collection.isEmpty() || post.isEmpty() || post.get().status() != PostStatus.WAITING) {
            return;
        }
        CollectionPost quoted;
        try {
            Price price = source.quote(account, post.get().url(), collection.get().request());
            quoted = post.get().with(price);
        } catch (ProblemException e) {
            quoted = post.get().ended(PostStatus.FAILED, 0, Optional.of(e.problem().detail()));
        }
        store.replace(id, post.get(), quoted);
    }

    /// Adds the prices up and waits for the owner's yes.
    public void askForApproval(AccountId account, UUID id, String token) {
        Price sum = Price.NOTHING;
        boolean anything = false;
        for (CollectionPost post : store.posts(id)) {
            if (post.status() == PostStatus.WAITING && post.price().isPresent()) {
                sum = sum.plus(post.price().get());
                anything = true;
            }
        }
        if (!anything || store.get(account, id).isEmpty()) {
            workflow.proceed(token, CollectionActions.CANCELLED);
            return;
        }
        store.setQuote(account, id, sum);
        store.setApprovalToken(account, id, token);
        if (!store.move(account, id, Set.of(PREPARING, AWAITING_APPROVAL), AWAITING_APPROVAL)) {
            // It was cancelled, or approved while this step ran before.
            boolean runs = store.get(account, id).filter(c -> c.status() == RUNNING).isPresent();
            workflow.proceed(
                    token, runs ? CollectionActions.APPROVED : CollectionActions.CANCELLED);
        }
    }

    /// Reserves the quoted characters of all posts; false if a cap leaves too few.
    public boolean reserve(AccountId account, UUID id) {
        Optional<PostCollection> collection = store.get(account, id);
        if (collection.isEmpty()) {
            return false;
        }
        for (CollectionPost post : store.posts(id)) {
            if (post.status() == PostStatus.WAITING && post.price().isPresent()) {
                Reservation reservation =
                        quota.reserveQuoted(
                                post.conversion(),
                                account,
                                collection.get().monthlyCap(),
                                post.price().get().characters());
                if (reservation instanceof Reservation.Refused) {
                    store.setProblem(
                            account,
                            id,
                            "Too few characters are left of the month's cap for all of the posts.");
                    return false;
                }
            }
        }
        return true;
    }

    /// Starts the conversion of a post, whose end is told to the task with this token. While the
    /// collection is paused the task waits.
    public void convert(AccountId account, UUID id, int number, String token) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<CollectionPost> post = store.post(id, number);
            if (post.isEmpty() || post.get().status().hasEnded()) {
                workflow.proceed(token, ENDED);
                return;
            }
            if (convert(account, id, post.get(), token)) {
                return;
            }
        }
        throw changed();
    }

    /// False if the post has changed since it was read.
    private boolean convert(AccountId account, UUID id, CollectionPost post, String token) {
        CollectionPost current = post;
        if (post.status() == PostStatus.WAITING) {
            if (post.price().isEmpty()) {
                return end(id, post, PostStatus.FAILED, Optional.of(NOT_QUOTED), token);
            }
            // Stored first: a resume or a cancel after this finds it.
            current = post.waitingWith(token);
            if (!store.replace(id, post, current)) {
                return false;
            }
            CollectionStatus status =
                    store.get(account, id).map(PostCollection::status).orElse(CANCELLING);
            if (status == PAUSED) {
                return true;
            }
            if (status != RUNNING) {
                return end(id, current, PostStatus.SKIPPED, Optional.empty(), token);
            }
        }
        CollectionPost started = current.started(token);
        if (!store.replace(id, current, started)) {
            return false;
        }
        PostCollection collection = store.get(account, id).orElseThrow();
        starter.start(collection, started);
        return true;
    }

    private boolean end(
            UUID id,
            CollectionPost post,
            PostStatus status,
            Optional<String> problem,
            String token) {
        if (!store.replace(id, post, post.ended(status, 0, problem))) {
            return false;
        }
        workflow.proceed(token, ENDED);
        return true;
    }

    private static UnavailableException changed() {
        return new UnavailableException("a post of a collection changes too often");
    }

    /// Goes on with the posts that have a task: those that waited during a pause, and those whose
    /// start failed half-way. One that runs already stays the same conversion.
    void startWaiting(AccountId account, UUID id) {
        for (CollectionPost post : store.posts(id)) {
            if (!post.status().hasEnded()) {
                post.token().ifPresent(token -> convert(account, id, post.number(), token));
            }
        }
    }

    /// Cancels a collection that nobody has approved in time.
    public void expire(AccountId account, UUID id) {
        store.move(account, id, Set.of(AWAITING_APPROVAL), CANCELLING);
    }

    /// Ends a post whose task failed or took too long. If it waited during a pause, the pause has
    /// lasted too long, and the collection is cancelled.
    public void giveUp(AccountId account, UUID id, int number) {
        Optional<CollectionPost> found = store.post(id, number);
        if (found.isEmpty() || found.get().status() == PostStatus.COMPLETED) {
            return;
        }
        CollectionPost post = found.get();
        boolean waited = post.token().isPresent() && post.status() != PostStatus.RUNNING;
        if (!post.status().hasEnded()) {
            // Another post that waited too long may have cancelled it just before.
            boolean isPaused =
                    waited
                            && store.get(account, id)
                                    .filter(c -> c.status() == PAUSED || c.status() == CANCELLING)
                                    .isPresent();
            CollectionPost ended =
                    post.status() == PostStatus.RUNNING
                            ? post.ended(PostStatus.FAILED, 0, Optional.of("It did not end."))
                            : post.ended(
                                    PostStatus.SKIPPED,
                                    0,
                                    isPaused ? Optional.empty() : Optional.of(NOT_STARTED));
            if (!store.replace(id, post, ended)) {
                throw changed();
            }
        }
        quota.release(post.conversion());
        if (waited && store.move(account, id, Set.of(PAUSED), CANCELLING)) {
            startWaiting(account, id);
        }
    }

    /// Ends the collection: what was reserved for posts that did not start is given back. It failed
    /// if it could not list its posts, if it has posts and none was converted, or if it ends before
    /// all of them were tried for another reason than its owner's no. A post that was skipped for a
    /// reason of its own was tried.
    public void finish(AccountId account, UUID id) {
        boolean allTried = true;
        List<CollectionPost> posts = store.posts(id);
        for (CollectionPost post : posts) {
            if (post.status() == PostStatus.WAITING
                    && !store.replace(
                            id, post, post.ended(PostStatus.SKIPPED, 0, Optional.empty()))) {
                throw changed();
            }
            if (post.status() == PostStatus.WAITING || post.status() == PostStatus.SKIPPED) {
                quota.release(post.conversion());
                allTried &= post.problem().isPresent();
            }
        }
        Optional<PostCollection> collection = store.get(account, id);
        if (collection.isEmpty()
                || collection.get().status().hasEnded()
                || cancelled(account, id)) {
            return;
        }
        boolean failed = collection.get().problem().isPresent();
        if (!failed && (!allTried || collection.get().title().isEmpty())) {
            store.setProblem(
                    account,
                    id,
                    collection.get().status() == AWAITING_APPROVAL
                            ? NOT_APPROVED
                            : NOT_ALL_CONVERTED);
            failed = true;
        }
        if (!failed
                && !posts.isEmpty()
                && posts.stream().noneMatch(post -> post.status() == PostStatus.COMPLETED)) {
            store.setProblem(account, id, NONE_CONVERTED);
            failed = true;
        }
        if (!store.move(
                account,
                id,
                Set.of(PREPARING, AWAITING_APPROVAL, RUNNING, PAUSED),
                failed ? FAILED : COMPLETED)) {
            // It was cancelled meanwhile.
            cancelled(account, id);
        }
    }

    private boolean cancelled(AccountId account, UUID id) {
        return store.move(account, id, Set.of(CANCELLING), CANCELLED);
    }
}
