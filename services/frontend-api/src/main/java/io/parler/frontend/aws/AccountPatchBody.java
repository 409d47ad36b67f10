package io.parler.frontend.aws;

import io.parler.frontend.account.Account;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of `PATCH /v1/account`: an absent field leaves what it is about as it is.
record AccountPatchBody(@Nullable List<String> origins, @Nullable String visibility) {
    /// As a browser writes it in the header `Origin`: lower case, without a slash at its end.
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9](?:[a-z0-9.-]{0,252})(?::[0-9]{1,5})?");

    private static final int MAX_ORIGINS = 20;

    private static final Set<String> VISIBILITIES = Set.of("public", "private");

    /// The account with these settings.
    ///
    /// @throws ProblemException when a field is invalid
    Account applyTo(Account account) {
        List<FieldError> errors = new ArrayList<>();
        List<String> given = Objects.requireNonNullElse(origins, account.origins());
        if (given.size() > MAX_ORIGINS) {
            errors.add(new FieldError("/origins", "has more than " + MAX_ORIGINS + " origins"));
        }
        for (int i = 0; i < given.size(); i++) {
            String origin = given.get(i);
            if (origin == null || !ORIGIN.matcher(origin).matches()) {
                errors.add(
                        new FieldError(
                                "/origins/" + i,
                                "is not an origin such as https://blog.example.com"));
            }
        }
        if (visibility != null && !VISIBILITIES.contains(visibility)) {
            errors.add(new FieldError("/visibility", "must be public or private"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        return account.withOrigins(given)
                .withPrivate(
                        visibility == null ? account.isPrivate() : visibility.equals("private"));
    }
}
