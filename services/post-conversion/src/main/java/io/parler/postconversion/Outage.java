package io.parler.postconversion;

/// Something this service needs does not answer; the same again later may succeed.
public final class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Outage(String what, Throwable cause) {
        super(what, cause);
    }
}
