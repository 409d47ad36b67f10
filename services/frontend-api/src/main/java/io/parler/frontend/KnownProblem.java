package io.parler.frontend;

/// A type of problem the API answers with, and what to do about it.
public record KnownProblem(String slug, String title, int status, String help) {}
