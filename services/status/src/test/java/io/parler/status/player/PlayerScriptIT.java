package io.parler.status.player;

import io.parler.testing.JavaScriptChecks;
import org.junit.jupiter.api.Test;

/// The player's script: its types, style and unit tests (`src/test/js`).
class PlayerScriptIT {
    @Test
    void thePlayersScriptPassesItsChecks() throws Exception {
        JavaScriptChecks.run("check:player");
    }
}
