package io.parler.loadpost.fetch;

/// The outside web as the rest of this service sees it.
@FunctionalInterface
public interface Web {
    /// Gets an address, redirects followed; what goes wrong is a value.
    ///
    /// @param accept the media types asked for, as the `Accept` header says them
    Fetch get(String url, String accept);

    /// This web, where it keeps pages, with none given before its site was asked whether it is
    /// still so.
    default Web revalidating() {
        return this;
    }
}
