package io.parler.problem;

/// An invalid field of a request body; `pointer` is a JSON Pointer (RFC 6901).
public record FieldError(String pointer, String detail) {}
