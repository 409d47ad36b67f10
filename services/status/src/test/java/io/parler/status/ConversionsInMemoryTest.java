package io.parler.status;

class ConversionsInMemoryTest extends ConversionsContract {
    private final Conversions conversions = new ConversionsInMemory();

    @Override
    protected Conversions conversions() {
        return conversions;
    }
}
