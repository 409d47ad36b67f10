package io.parler.local.template;

import java.util.List;

/// A template is invalid or not supported here; each error has the file, line and name.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String[] errors;

    public TemplateException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
        this.errors = errors.toArray(String[]::new);
    }

    public TemplateException(String error) {
        this(List.of(error));
    }

    public List<String> errors() {
        return List.of(errors);
    }
}
