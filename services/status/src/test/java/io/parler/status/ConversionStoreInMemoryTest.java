package io.parler.status;

class ConversionStoreInMemoryTest extends ConversionStoreContract {
    private final ConversionStore conversions = new ConversionStoreInMemory();

    @Override
    protected ConversionStore conversions() {
        return conversions;
    }
}
