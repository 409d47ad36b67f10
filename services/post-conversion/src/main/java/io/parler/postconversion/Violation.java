package io.parler.postconversion;

/// What is wrong with one place of a body.
///
/// @param pointer a JSON pointer (RFC 6901)
public record Violation(String pointer, String detail) {}
