package io.parler.deploy;

import io.parler.deploy.suite.Stage;
import java.util.List;
import java.util.Optional;

/// Says at which address a deployed stage answers, whether it does, and what to do next.
final class Farewell {
    static final String PUBLIC_ORIGIN = "public-origin";

    private final Stage stage;
    private final Cloud cloud;
    private final SmokeTest smokeTest;

    Farewell(Stage stage, Cloud cloud, SmokeTest smokeTest) {
        this.stage = stage;
        this.cloud = cloud;
        this.smokeTest = smokeTest;
    }

    /// @param domain the domain of your own that was just given
    /// @param options what a following command needs to reach the same stage
    void print(Optional<String> domain, String options) {
        Optional<String> origin = cloud.parameters().get(stage.parameterName(PUBLIC_ORIGIN));
        if (origin.isEmpty()) {
            cloud.output().line("There is no public address yet: the stack edge is not deployed.");
            return;
        }
        cloud.output().line("");
        cloud.output().line("Parler is at " + origin.get());
        List<SmokeTest.Answer> answers = smokeTest.run(origin.get());
        answers.forEach(answer -> cloud.output().line("  " + answer.sentence()));
        domain.ifPresent(
                name ->
                        cloud.output()
                                .line(
                                        "Next: a DNS record, CNAME or alias, from "
                                                + name
                                                + " to "
                                                + cloud.stacks()
                                                        .output(
                                                                stage.stackName("edge"),
                                                                "DomainName")
                                                        .orElse("the distribution's name")
                                                + "."));
        if (!answers.stream().allMatch(SmokeTest.Answer.Works.class::isInstance)) {
            cloud.output().line("Look again with: ./parler deploy status" + options);
        }
    }
}
