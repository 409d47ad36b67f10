package io.parler.frontend.aws;

import io.parler.frontend.account.Access;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountLimits;
import io.parler.id.Scope;
import io.parler.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A request authorizer's simple response. It always lets the request pass: API Gateway's own 401
/// and 403 can't say what is wrong, so the service refuses, with the problem in the context.
///
/// @param context texts only, as API Gateway requires
record AuthorizerResponse(boolean isAuthorized, Map<String, String> context) {

    static AuthorizerResponse of(Access access) {
        return switch (access) {
            case Access.Granted granted -> new AuthorizerResponse(true, context(granted));
            case Access.Refused refused -> of(refused.problem());
        };
    }

    static AuthorizerResponse of(ProblemType problem) {
        return new AuthorizerResponse(true, Map.of("problem", problem.slug()));
    }

    private static Map<String, String> context(Access.Granted granted) {
        Account account = granted.account();
        AccountLimits limits = account.limits();
        Map<String, String> context = new LinkedHashMap<>();
        context.put("accountId", account.id().value());
        granted.keyId().ifPresent(id -> context.put("keyId", id));
        context.put(
                "scopes",
                granted.scopes().stream()
                        .sorted()
                        .map(Scope::word)
                        .collect(Collectors.joining(" ")));
        put(context, "monthlyCharacters", limits.monthlyCharacters());
        put(context, "conversionsPerMinute", limits.conversionsPerMinute());
        put(context, "pagesPerMinute", limits.pagesPerMinute());
        if (!account.origins().isEmpty()) {
            context.put("origins", String.join(" ", account.origins()));
        }
        if (account.isPrivate()) {
            context.put("visibility", "private");
        }
        return context;
    }

    private static void put(Map<String, String> context, String name, OptionalLong value) {
        if (value.isPresent()) {
            context.put(name, Long.toString(value.getAsLong()));
        }
    }
}
