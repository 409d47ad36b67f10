package io.parler.frontend.account;

import io.parler.id.Scope;
import io.parler.problem.ProblemType;
import java.util.Optional;
import java.util.Set;

/// Whether a request is let in, and as whom.
public sealed interface Access {
    /// Let in.
    ///
    /// @param keyId empty where no key was needed
    record Granted(Account account, Optional<String> keyId, Set<Scope> scopes) implements Access {}

    record Refused(ProblemType problem) implements Access {}
}
