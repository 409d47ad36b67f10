package io.parler.frontend.account;

import java.util.List;

/// The secrets that sessions are signed with.
public interface SigningSecrets {
    /// The current secret first, then the one before the last rotation if there was one.
    List<String> list();

    /// The same, read again: a rotation may have been a moment ago. Too soon after the last read it
    /// returns the same list.
    List<String> reload();
}
