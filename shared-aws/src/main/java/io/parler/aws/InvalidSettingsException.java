package io.parler.aws;

/// Settings are missing or invalid, so a function can't start.
public final class InvalidSettingsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(String problems) {
        super("settings: " + problems);
    }
}
