package io.parler.local.stack;

import java.util.Optional;

/// The SSM parameters that stacks write and read.
public interface StackParameters {
    void put(String name, String value);

    Optional<String> get(String name);

    /// Creates an RSA key pair, unless it is there: the private key is the parameter with this
    /// name, the public key the one with `.pub` behind it.
    void createKeyPair(String name);
}
