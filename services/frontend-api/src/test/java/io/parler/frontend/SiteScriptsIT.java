package io.parler.frontend;

import io.parler.testing.JavaScriptChecks;
import org.junit.jupiter.api.Test;

/// The site's scripts: their types, style and unit tests (`src/test/js`).
class SiteScriptsIT {
    @Test
    void theSitesScriptsPassTheirChecks() throws Exception {
        JavaScriptChecks.run("check:site");
    }
}
