package io.parler.deploy.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A stack of the suite, with the parameter values that are the same everywhere.
///
/// @param name the last part of the stack's name, such as `load-post`
/// @param parameters the values of a parameter are joined with commas; empty ones are left out
/// @param keyPairs the key pairs that it needs, by the names of their private keys
public record SuiteEntry(
        String name, Path template, Map<String, List<String>> parameters, List<String> keyPairs) {}
