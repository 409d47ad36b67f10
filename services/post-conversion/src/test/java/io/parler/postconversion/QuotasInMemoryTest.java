package io.parler.postconversion;

class QuotasInMemoryTest extends QuotasContract {
    private final Quotas quotas = new QuotasInMemory();

    @Override
    protected Quotas quotas() {
        return quotas;
    }
}
