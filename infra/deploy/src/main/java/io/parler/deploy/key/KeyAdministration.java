package io.parler.deploy.key;

/// The keys of a deployed stage.
public interface KeyAdministration {
    /// The stage's keys can't be managed now.
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        public UnavailableException(String reason) {
            super(reason);
        }
    }

    /// Whether anybody has a key yet.
    ///
    /// @param function the function that manages keys
    boolean hasKeys(String function) throws UnavailableException;

    /// Creates a key of the owner's account.
    ///
    /// @param function the function that manages keys
    String createOwnerKey(String function) throws UnavailableException;
}
