package io.parler.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.testing.LambdaContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
    private final HttpApi api =
            HttpApi.of(
                    Route.open("GET /open", _ -> Response.text(200, "for all")),
                    Route.needs(
                            Scope.READ,
                            "GET /mine",
                            request -> Response.text(200, request.caller().account().toString())));

    @Test
    void theAccountIsTheOneThatTheAuthorizerFound() {
        APIGatewayV2HTTPResponse response =
                get("GET /mine", Map.of("accountId", "acc_1", "keyId", "k1", "scopes", "read"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("acc_1");
    }

    @Test
    void aHeaderNeverNamesTheAccount() {
        APIGatewayV2HTTPEvent event = event("GET /mine", Map.of("problem", "sign-in-required"));
        event.setHeaders(Map.of("accountid", "acc_1", "x-account-id", "acc_1"));

        assertThat(api.handle(event, new LambdaContext()).getStatusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "sign-in-required, 401",
        "key-mistyped, 401",
        "key-unknown, 401",
        "key-revoked, 401",
        "session-ended, 401",
        "foreign-origin, 403",
    })
    void aRefusedCallerIsToldWhy(String slug, int status) {
        APIGatewayV2HTTPResponse response = get("GET /mine", Map.of("problem", slug));

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getBody()).contains("/problems/" + slug);
        assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(response.getHeaders().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
    }

    @Test
    void aProblemThatIsNotKnownIsStillARefusal() {
        assertThat(get("GET /mine", Map.of("problem", "of-a-later-version")).getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyWithoutTheScopeIsRefused() {
        APIGatewayV2HTTPResponse response =
                get("GET /mine", Map.of("accountId", "acc_1", "scopes", "publish later"));

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(response.getBody()).contains("/problems/scope-missing").contains("'read'");
    }

    @Test
    void aTemplateWithoutTheAuthorizerLetsNobodyIn() {
        APIGatewayV2HTTPEvent event =
                APIGatewayV2HTTPEvent.builder().withRouteKey("GET /mine").build();
        event.setRequestContext(new APIGatewayV2HTTPEvent.RequestContext());

        assertThat(api.handle(event, new LambdaContext()).getStatusCode()).isEqualTo(401);
    }

    @Test
    void anOpenRouteAsksNobody() {
        assertThat(get("GET /open", Map.of("problem", "key-revoked")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void aServiceThatInvokesTheFunctionDirectlyActsForTheOwner() {
        APIGatewayV2HTTPEvent direct =
                APIGatewayV2HTTPEvent.builder().withRouteKey("GET /mine").build();

        assertThat(api.handle(direct, new LambdaContext()).getBody())
                .isEqualTo(AccountId.OWNER.value());
    }

    private APIGatewayV2HTTPResponse get(String route, Map<String, Object> authorizer) {
        return api.handle(event(route, authorizer), new LambdaContext());
    }

    static APIGatewayV2HTTPEvent event(String route, Map<String, Object> authorizer) {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer context =
                new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        context.setLambda(authorizer);
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRouteKey(route).build();
        event.setRequestContext(new APIGatewayV2HTTPEvent.RequestContext());
        event.getRequestContext().setAuthorizer(context);
        return event;
    }
}
