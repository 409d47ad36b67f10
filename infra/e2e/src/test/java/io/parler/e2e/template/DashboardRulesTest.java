package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dashboards of all templates keep the rules, and each rule finds what breaks it.
class DashboardRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void aServicesDashboardShowsAllOfIt(Template template) {
        assertThat(DashboardRules.everythingIsShown(template)).isEmpty();
        assertThat(DashboardRules.widgetsAreValid(template, "ServiceDashboard")).isEmpty();
    }

    @Test
    void theSuiteHasADashboard() {
        Template platform = Template.read(ProjectFiles.path("infra/platform.yaml"));

        assertThat(DashboardRules.widgetsAreValid(platform, "SuiteDashboard")).isEmpty();
    }

    @Test
    void aNewQueueThatIsNotShownIsSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree ->
                                ((ObjectNode) tree.path("Resources"))
                                        .set("More", tree.at("/Resources/Events")));
        assertThat(DashboardRules.everythingIsShown(broken))
                .containsExactly("More: is not on the dashboard");
    }

    @Test
    void aMissingCommaIsSeen() {
        Template broken =
                TemplateFixtures.changed(
                        "status",
                        tree -> {
                            JsonNode body =
                                    tree.at("/Resources/ServiceDashboard/Properties/DashboardBody");
                            ((ObjectNode) body)
                                    .put(
                                            "Fn::Sub",
                                            body.path("Fn::Sub").asText().replaceFirst(",", " "));
                        });
        assertThat(DashboardRules.widgetsAreValid(broken, "ServiceDashboard")).hasSize(1);
    }
}
