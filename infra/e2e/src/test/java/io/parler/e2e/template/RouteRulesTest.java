package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The routes of all templates follow the rules, and each rule finds violations.
class RouteRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyRouteHasAnEndpointAndEveryEndpointARoute(Template template) {
        assertThat(RouteRules.routesAreAnswered(template, TemplateFixtures.sources(template)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void everyPublicApiHasAThrottle(Template template) {
        assertThat(RouteRules.apisAreThrottled(template)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void onlyOpenRoutesHaveNoAuthorizer(Template template) {
        assertThat(RouteRules.onlyOpenRoutesHaveNoAuthorizer(template)).isEmpty();
    }

    @Test
    void aRouteThatAsksNobodyIsFound() {
        Template open =
                TemplateFixtures.changed(
                        "load-post",
                        tree ->
                                ((ObjectNode)
                                                tree.at(
                                                        "/Resources/LoadPostApi/Properties/Events"
                                                                + "/Article/Properties"))
                                        .putObject("Auth")
                                        .put("Authorizer", "NONE"));

        assertThat(RouteRules.onlyOpenRoutesHaveNoAuthorizer(open))
                .containsExactly("GET /v1/article asks nobody");
    }

    @Test
    void theEdgeLeadsToEveryRoute() {
        assertThat(RouteRules.edgeLeadsToEachRoute(Template.ofEdge(), Template.ofServices()))
                .isEmpty();
    }

    @Test
    void aRouteWithoutEndpointIsFound() {
        Template broken =
                TemplateFixtures.changed(
                        "load-post",
                        tree -> {
                            ObjectNode function =
                                    (ObjectNode) tree.at("/Resources/LoadPostApi/Properties");
                            ObjectNode event = (ObjectNode) function.at("/Events/Posts/Properties");
                            event.put("Path", "/v1/elsewhere");
                        });
        assertThat(RouteRules.routesAreAnswered(broken, TemplateFixtures.sources(broken)))
                .hasSize(2);
        assertThat(RouteRules.edgeLeadsToEachRoute(Template.ofEdge(), List.of(broken)))
                .isNotEmpty();
    }

    @Test
    void anApiWithoutThrottleIsFound() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree ->
                                ((ObjectNode) tree.at("/Resources/Api/Properties"))
                                        .remove("DefaultRouteSettings"));
        assertThat(RouteRules.apisAreThrottled(broken)).hasSize(1);
    }
}
