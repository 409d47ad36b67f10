package io.parler.loadpost.follow;

import org.junit.jupiter.api.Nested;

class StoresInMemoryTest {
    @Nested
    class Subscriptions extends SubscriptionStoreContract {
        private final SubscriptionStore store = new SubscriptionStoreInMemory();

        @Override
        protected SubscriptionStore store() {
            return store;
        }
    }

    @Nested
    class SeenPosts extends SeenPostStoreContract {
        private final SeenPostStore posts = new SeenPostStoreInMemory();

        @Override
        protected SeenPostStore posts() {
            return posts;
        }
    }
}
