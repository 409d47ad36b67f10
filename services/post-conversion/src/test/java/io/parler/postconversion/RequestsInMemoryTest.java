package io.parler.postconversion;

class RequestsInMemoryTest extends RequestsContract {
    private final Requests requests = new RequestsInMemory(clock);

    @Override
    protected Requests requests() {
        return requests;
    }
}
