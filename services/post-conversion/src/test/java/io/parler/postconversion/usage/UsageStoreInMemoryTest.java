package io.parler.postconversion.usage;

class UsageStoreInMemoryTest extends UsageStoreContract {
    private final UsageStore usage = new UsageStoreInMemory();

    @Override
    protected UsageStore usage() {
        return usage;
    }
}
