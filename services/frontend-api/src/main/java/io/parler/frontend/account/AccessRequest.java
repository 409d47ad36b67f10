package io.parler.frontend.account;

import java.util.Optional;

/// A request, as far as it says who sent it.
///
/// @param bearer the token of `Authorization: Bearer`
/// @param session the value of the session's cookie
/// @param origin the header `Origin`
/// @param fetchSite the header `Sec-Fetch-Site`
public record AccessRequest(
        String method,
        Optional<String> bearer,
        Optional<String> session,
        Optional<String> origin,
        Optional<String> fetchSite) {

    /// Without what proves who it is, so that no log line has it.
    @Override
    public String toString() {
        return method + " from " + origin.orElse("no origin");
    }
}
