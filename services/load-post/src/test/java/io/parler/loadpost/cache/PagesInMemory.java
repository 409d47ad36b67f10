package io.parler.loadpost.cache;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A page cache in memory, which can be out of reach, or hold what nobody can read.
final class PagesInMemory implements PageCache {
    enum State {
        WELL,
        OUT_OF_REACH,
        UNREADABLE
    }

    final Map<PageKey, KeptPage> pages = new HashMap<>();
    State state = State.WELL;
    int asked;
    int written;

    @Override
    public Optional<KeptPage> find(PageKey key) throws OutOfReach, Unreadable {
        reach();
        if (state == State.UNREADABLE) {
            throw new Unreadable("it is from another time");
        }
        return Optional.ofNullable(pages.get(key));
    }

    @Override
    public void keep(PageKey key, KeptPage page) throws OutOfReach {
        reach();
        written++;
        pages.put(key, page);
    }

    @Override
    public void forget(PageKey key) throws OutOfReach {
        reach();
        pages.remove(key);
    }

    private void reach() throws OutOfReach {
        asked++;
        if (state == State.OUT_OF_REACH) {
            throw new OutOfReach(new IOException("no answer"));
        }
    }
}
