package io.parler.postconversion.collection;

import io.parler.id.AccountId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// CollectionStore in maps.
public final class CollectionStoreInMemory implements CollectionStore {
    private final Map<UUID, PostCollection> collections = new LinkedHashMap<>();
    private final Map<UUID, String> tokens = new HashMap<>();
    private final Map<UUID, SortedMap<Integer, CollectionPost>> posts = new HashMap<>();
    private final Map<UUID, PostKey> byConversion = new HashMap<>();
    private final Deque<Runnable> beforeReplace = new ArrayDeque<>();
    private final Deque<Runnable> beforeEnd = new ArrayDeque<>();

    /// Runs something once, at the second time that a collection would be moved to a status in
    /// which nothing is done for it.
    public void beforeSecondEnd(Runnable race) {
        beforeEnd.add(() -> {});
        beforeEnd.add(race);
    }

    /// Runs something once, just before a post would be replaced.
    public void beforeNextReplace(Runnable race) {
        beforeReplace.add(race);
    }

    @Override
    public void create(PostCollection collection) {
        collections.putIfAbsent(collection.id(), collection);
    }

    @Override
    public Optional<PostCollection> get(AccountId account, UUID id) {
        return Optional.ofNullable(collections.get(id)).filter(c -> c.account().equals(account));
    }

    @Override
    public List<PostCollection> list(AccountId account) {
        return new ArrayList<>(collections.values())
                .reversed().stream().filter(c -> c.account().equals(account)).toList();
    }

    @Override
    public boolean move(
            AccountId account, UUID id, Set<CollectionStatus> from, CollectionStatus to) {
        if (!to.isBusy()) {
            Optional.ofNullable(beforeEnd.poll()).ifPresent(Runnable::run);
        }
        if (get(account, id).filter(c -> from.contains(c.status())).isEmpty()) {
            return false;
        }
        change(id, c -> copy(c, to, c.title(), c.quote(), c.problem()));
        return true;
    }

    private void change(UUID id, UnaryOperator<PostCollection> change) {
        collections.computeIfPresent(id, (key, collection) -> change.apply(collection));
    }

    private static PostCollection copy(
            PostCollection c,
            CollectionStatus status,
            Optional<String> title,
            Optional<Price> quote,
            Optional<String> problem) {
        return new PostCollection(
                c.id(),
                c.account(),
                c.monthlyCap(),
                c.request(),
                c.createdAt(),
                status,
                title,
                quote,
                problem);
    }

    @Override
    public void setMonthlyCap(AccountId account, UUID id, OptionalLong cap) {
        change(
                id,
                c ->
                        new PostCollection(
                                c.id(),
                                c.account(),
                                cap,
                                c.request(),
                                c.createdAt(),
                                c.status(),
                                c.title(),
                                c.quote(),
                                c.problem()));
    }

    @Override
    public void setTitle(AccountId account, UUID id, String title) {
        change(id, c -> copy(c, c.status(), Optional.of(title), c.quote(), c.problem()));
    }

    @Override
    public void setQuote(AccountId account, UUID id, Price quote) {
        change(id, c -> copy(c, c.status(), c.title(), Optional.of(quote), c.problem()));
    }

    @Override
    public void setProblem(AccountId account, UUID id, String problem) {
        change(id, c -> copy(c, c.status(), c.title(), c.quote(), Optional.of(problem)));
    }

    @Override
    public void setApprovalToken(AccountId account, UUID id, String token) {
        tokens.put(id, token);
    }

    @Override
    public Optional<String> approvalToken(AccountId account, UUID id) {
        return Optional.ofNullable(tokens.get(id));
    }

    @Override
    public void addPosts(PostCollection collection, List<CollectionPost> added) {
        for (CollectionPost post : added) {
            if (of(collection.id()).putIfAbsent(post.number(), post) == null) {
                byConversion.put(
                        post.conversion(),
                        new PostKey(collection.account(), collection.id(), post.number()));
            }
        }
    }

    private SortedMap<Integer, CollectionPost> of(UUID collection) {
        return posts.computeIfAbsent(collection, id -> new TreeMap<>());
    }

    @Override
    public List<CollectionPost> posts(UUID collection) {
        return List.copyOf(of(collection).values());
    }

    @Override
    public Optional<CollectionPost> post(UUID collection, int number) {
        return Optional.ofNullable(of(collection).get(number));
    }

    @Override
    public boolean replace(UUID collection, CollectionPost before, CollectionPost after) {
        Optional.ofNullable(beforeReplace.poll()).ifPresent(Runnable::run);
        if (post(collection, before.number())
                .filter(post -> post.status() == before.status())
                .filter(post -> post.token().equals(before.token()))
                .isEmpty()) {
            return false;
        }
        of(collection).put(after.number(), after);
        return true;
    }

    @Override
    public Optional<PostKey> ofConversion(UUID conversion) {
        return Optional.ofNullable(byConversion.get(conversion));
    }

    @Override
    public void delete(PostCollection collection) {
        posts(collection.id()).forEach(post -> byConversion.remove(post.conversion()));
        posts.remove(collection.id());
        collections.remove(collection.id());
    }
}
