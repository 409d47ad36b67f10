package io.parler.local.template;

import java.util.Optional;

/// Resolves the names in a template. Empty for an unknown name.
public interface ReferenceScope {

    /// A parameter, a pseudo parameter or a resource.
    Optional<String> ref(String name);

    Optional<String> attribute(String logicalId, String attribute);

    /// Whether a condition of the template holds.
    Optional<Boolean> condition(String name);
}
