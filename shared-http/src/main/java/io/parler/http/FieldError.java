package io.parler.http;

/// What is wrong with one field of a body; `pointer` is a JSON Pointer (RFC 6901).
public record FieldError(String pointer, String detail) {}
