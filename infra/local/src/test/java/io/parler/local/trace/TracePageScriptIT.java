package io.parler.local.trace;

import io.parler.testing.JavaScriptChecks;
import org.junit.jupiter.api.Test;

/// The script of the page: its types and style.
class TracePageScriptIT {
    @Test
    void thePagesScriptPassesItsChecks() throws Exception {
        JavaScriptChecks.run("check:local");
    }
}
