package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.local.stack.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
    private static final RouteTable ROUTES =
            new RouteTable(
                    List.of(
                            route("ANY", "$default"),
                            route("GET", "/{proxy+}"),
                            route("GET", "/v1/conversions/{id}"),
                            route("ANY", "/v1/conversions/{id}"),
                            route("GET", "/v1/conversions/latest"),
                            route("GET", "/v1/conversions/{id}/player"),
                            route("GET", "/"),
                            route("GET", "/v1/{proxy+}")));

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/conversions/latest, GET /v1/conversions/latest",
        "GET, /v1/conversions/7, GET /v1/conversions/{id}",
        "PUT, /v1/conversions/7, ANY /v1/conversions/{id}",
        "GET, /v1/conversions/7/player, GET /v1/conversions/{id}/player",
        "GET, /v1/conversions/7/other, GET /v1/{proxy+}",
        "GET, /v1/conversions/, GET /v1/{proxy+}",
        "GET, /player/x.js, GET /{proxy+}",
        "GET, /, GET /",
        "POST, /player/x.js, $default",
    })
    void theMostSpecificRouteIsUsed(String method, String path, String key) {
        assertThat(ROUTES.match(method, path).orElseThrow().route().key()).isEqualTo(key);
    }

    @Test
    void withoutADefaultAnUnknownPathOrMethodMatchesNothing() {
        RouteTable routes = new RouteTable(List.of(route("GET", "/v1/posts")));
        assertThat(routes.match("GET", "/v1/post")).isEmpty();
        assertThat(routes.match("GET", "/v1/posts/")).isEmpty();
        assertThat(routes.match("POST", "/v1/posts")).isEmpty();
    }

    @Test
    void pathParametersAreDecodedAndAnEncodedSlashDoesNotSeparate() {
        assertThat(ROUTES.match("GET", "/v1/conversions/a%2Fb%20c").orElseThrow().pathParameters())
                .isEqualTo(Map.of("id", "a/b c"));
        assertThat(ROUTES.match("GET", "/x/y%20z").orElseThrow().pathParameters())
                .isEqualTo(Map.of("proxy", "x/y z"));
    }

    private static Api.Route route(String method, String path) {
        return new Api.Route(method, path, "Function");
    }
}
