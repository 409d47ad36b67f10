package io.parler.deploy.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.deploy.archive.Archive;
import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.stack.FakeStacks;
import io.parler.deploy.status.DeployedStack.Comparison;
import io.parler.deploy.suite.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployedStackTest {
    private static final String TEXT =
            "Resources:\n  Api:\n    Properties:\n      CodeUri: target/shop.zip\n      Timeout: 3\n";

    private final FakeStacks stacks = new FakeStacks();

    @Test
    void theSameTemplateAndCodeAreUpToDate() {
        assertThat(deployed(local("a").text("bucket"))).isEqualTo(Comparison.CURRENT);
    }

    @Test
    void otherCodeIsBehind() {
        assertThat(deployed(local("b").text("bucket"))).isEqualTo(Comparison.OTHER_CODE);
    }

    @Test
    void anotherTemplateIsBehind() {
        assertThat(deployed(local("a").text("bucket").replace("3", "4")))
                .isEqualTo(Comparison.OTHER_TEMPLATE);
    }

    @Test
    void aStackThatIsNotThereIsMissing() {
        assertThat(
                        DeployedStack.of("shop", "s", local("a"), stacks, Optional.of("bucket"))
                                .comparison())
                .isEqualTo(Comparison.MISSING);
    }

    private Comparison deployed(String template) {
        stacks.stack("s", "UPDATE_COMPLETE").content("s", template);
        return DeployedStack.of("shop", "s", local("a"), stacks, Optional.of("bucket"))
                .comparison();
    }

    private static PackagedTemplate local(String digit) {
        return new PackagedTemplate(
                Template.of("shop.yaml", TEXT),
                Map.of(
                        "target/shop.zip",
                        new Archive("shop", Path.of("shop.zip"), digit.repeat(64), 1)));
    }
}
