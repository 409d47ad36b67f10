package io.parler.local.template;

import java.util.List;

/// Templates say what can't be done here: each thing by file, line and name.
public final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String[] refusals;

    public NotSupported(List<String> refusals) {
        super(String.join(System.lineSeparator(), refusals));
        this.refusals = refusals.toArray(String[]::new);
    }

    public NotSupported(String refusal) {
        this(List.of(refusal));
    }

    public List<String> refusals() {
        return List.of(refusals);
    }
}
