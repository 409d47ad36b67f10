package io.parler.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who sent a request, as the authorizer found out. Nothing else of a request says it: API Gateway
/// writes the authorizer's context, and a client can't.
///
/// @param keyId empty where no key was needed
/// @param limits the account's own limits; an absent one is the service's default
/// @param origins the web origins whose pages may read the answers
/// @param isPrivate whether the account's conversions are private unless a request says otherwise
public record Caller(
        AccountId account,
        Optional<String> keyId,
        Set<Scope> scopes,
        Limits limits,
        List<String> origins,
        boolean isPrivate) {
    /// A request of the owner's own installation, or of another service.
    static final Caller OWNER =
            new Caller(
                    AccountId.OWNER,
                    Optional.empty(),
                    EnumSet.allOf(Scope.class),
                    Limits.NONE,
                    List.of(),
                    false);

    public Caller {
        scopes = Set.copyOf(scopes);
        origins = List.copyOf(origins);
    }

    /// Limits of one account.
    public record Limits(
            OptionalLong monthlyCharacters,
            OptionalLong conversionsPerMinute,
            OptionalLong pagesPerMinute) {
        public static final Limits NONE =
                new Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /// An account for which another service reads.
    public static Caller reader(AccountId account, Limits limits) {
        return new Caller(
                account, Optional.empty(), EnumSet.of(Scope.READ), limits, List.of(), false);
    }

    /// The caller of an event of API Gateway, or of a service that invoked the function directly
    /// (IAM has let it).
    ///
    /// @throws ProblemException 401 or 403, when the authorizer let nobody in
    static Caller of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        if (context == null) {
            return OWNER;
        }
        if (context.getAuthorizer() == null || context.getAuthorizer().getLambda() == null) {
            // A template without the authorizer lets nobody in, rather than everybody.
            throw refused(Optional.empty());
        }
        return of(context.getAuthorizer().getLambda());
    }

    private static Caller of(Map<String, Object> context) {
        String account = text(context, "accountId");
        if (account == null) {
            throw refused(Optional.ofNullable(text(context, "problem")));
        }
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        words(context, "scopes").forEach(word -> Scope.of(word).ifPresent(scopes::add));
        return new Caller(
                AccountId.of(account),
                Optional.ofNullable(text(context, "keyId")),
                scopes,
                new Limits(
                        number(context, "monthlyCharacters"),
                        number(context, "conversionsPerMinute"),
                        number(context, "pagesPerMinute")),
                words(context, "origins"),
                "private".equals(text(context, "visibility")));
    }

    /// Account, scopes and limits as an authorizer gives them.
    Map<String, String> context() {
        Map<String, String> context = new HashMap<>();
        context.put("accountId", account.value());
        context.put("scopes", scopes.stream().map(Scope::word).collect(Collectors.joining(" ")));
        put(context, "monthlyCharacters", limits.monthlyCharacters());
        put(context, "conversionsPerMinute", limits.conversionsPerMinute());
        put(context, "pagesPerMinute", limits.pagesPerMinute());
        return context;
    }

    private static void put(Map<String, String> context, String name, OptionalLong limit) {
        limit.ifPresent(value -> context.put(name, Long.toString(value)));
    }

    /// @throws ProblemException 403 when the key has not this scope
    void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new ProblemException(
                    ProblemType.SCOPE_MISSING,
                    "This request needs a key with the scope '" + scope.word() + "'.");
        }
    }

    private static ProblemException refused(Optional<String> slug) {
        ProblemType type =
                slug.flatMap(
                                given ->
                                        Arrays.stream(ProblemType.values())
                                                .filter(known -> known.slug().equals(given))
                                                .findFirst())
                        .orElse(ProblemType.SIGN_IN_REQUIRED);
        return new ProblemException(Problem.of(type, type.help()));
    }

    private static @Nullable String text(Map<String, Object> context, String name) {
        Object value = context.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static List<String> words(Map<String, Object> context, String name) {
        String text = text(context, name);
        return text == null ? List.of() : List.of(text.strip().split(" +"));
    }

    private static OptionalLong number(Map<String, Object> context, String name) {
        String text = text(context, name);
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
