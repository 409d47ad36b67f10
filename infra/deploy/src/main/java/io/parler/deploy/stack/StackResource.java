package io.parler.deploy.stack;

/// A resource that a stack has.
public record StackResource(String id, String type, String physicalId) {}
