package io.parler.loadpost.cache;

import java.util.Optional;

/// Where pages are kept between two requests. It may lose any of them at any time.
public interface PageCache {
    Optional<KeptPage> find(PageKey key) throws OutOfReach, Unreadable;

    /// Keeps this page in the place of an earlier one. One that is too large for this cache is
    /// not kept, nor is the earlier one then.
    void keep(PageKey key, KeptPage page) throws OutOfReach;

    void forget(PageKey key) throws OutOfReach;

    /// The cache did not answer.
    final class OutOfReach extends Exception {
        private static final long serialVersionUID = 1L;

        public OutOfReach(Throwable cause) {
            super("the cache did not answer", cause);
        }
    }

    /// What was kept is not a page as this version keeps them.
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }

        public Unreadable(Throwable cause) {
            super("the kept page can't be read", cause);
        }
    }
}
