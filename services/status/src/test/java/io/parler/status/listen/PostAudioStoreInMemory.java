package io.parler.status.listen;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// PostAudioStore in a map.
public final class PostAudioStoreInMemory implements PostAudioStore {
    private record Key(AccountId account, PostAddress post) {}

    private final Map<Key, Set<ConversionId>> ids = new HashMap<>();

    @Override
    public synchronized void put(AccountId account, PostAddress post, ConversionId id) {
        ids.computeIfAbsent(new Key(account, post), _ -> new HashSet<>()).add(id);
    }

    @Override
    public synchronized void delete(AccountId account, PostAddress post, ConversionId id) {
        ids.getOrDefault(new Key(account, post), new HashSet<>()).remove(id);
    }

    @Override
    public synchronized Stream<ConversionId> list(AccountId account, PostAddress post) {
        return List.copyOf(ids.getOrDefault(new Key(account, post), Set.of())).stream()
                .sorted(Comparator.comparing(ConversionId::toString).reversed());
    }
}
