package io.parler.local.stepfunctions;

/// The work of an execution, or of a part of it, ends here: it was stopped, or the suite stops.
final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CancelledException() {
        super("cancelled", null, false, false);
    }
}
