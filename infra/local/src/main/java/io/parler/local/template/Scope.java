package io.parler.local.template;

import java.util.Optional;

/// What the names in a template stand for. Empty for a name that is not known.
public interface Scope {

    /// A parameter, a pseudo parameter or a resource.
    Optional<String> ref(String name);

    Optional<String> attribute(String logicalId, String attribute);
}
