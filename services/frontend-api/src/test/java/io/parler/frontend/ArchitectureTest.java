package io.parler.frontend;

import io.parler.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.parler.frontend";

    @Test
    void theDomainKnowsNeitherAwsNorJson() {
        ServiceArchitecture.assertDomainKnowsNeitherAwsNorJson(SERVICE);
    }

    @Test
    void packagesHaveNoCycles() {
        ServiceArchitecture.assertNoCycles(SERVICE);
    }
}
