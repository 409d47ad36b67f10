package io.parler.deploy;

import io.parler.deploy.key.KeyAdministration;
import io.parler.deploy.suite.Stage;
import java.util.Optional;

/// Gives whoever deploys a stage for the first time a key for it.
final class FirstKey {
    private final Stage stage;
    private final Cloud cloud;

    FirstKey(Stage stage, Cloud cloud) {
        this.stage = stage;
        this.cloud = cloud;
    }

    /// Prints a new key, unless there are keys. A key is shown once, so it is created only for a
    /// person who can store it; a log must not have it.
    ///
    /// @param attended whether a person has just answered a question
    /// @param options what a following command needs to reach the same stage
    void print(boolean attended, String options) {
        Optional<String> function =
                cloud.parameters().get(stage.parameterName("frontend-api/accounts-admin-arn"));
        if (function.isEmpty()) {
            return;
        }
        try {
            if (cloud.keys().hasKeys(function.get())) {
                return;
            }
            if (attended) {
                String key = cloud.keys().createOwnerKey(function.get());
                cloud.output().line("Your key: " + key);
                cloud.output().line("  Store it now: it can't be shown again.");
                return;
            }
        } catch (KeyAdministration.UnavailableException e) {
            cloud.output().line("Whether there are keys is not known: " + e.getMessage());
        }
        cloud.output()
                .line("Next: a key, with: ./parler keys create Owner --account owner" + options);
    }
}
