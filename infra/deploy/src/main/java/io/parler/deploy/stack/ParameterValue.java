package io.parler.deploy.stack;

/// The value of a stack's parameter: given, or the one that the stack has already.
public sealed interface ParameterValue {
    String name();

    record Given(String name, String value) implements ParameterValue {}

    record Previous(String name) implements ParameterValue {}
}
