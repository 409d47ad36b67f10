package io.parler.deploy;

import io.parler.deploy.archive.ObjectStore;
import io.parler.deploy.key.KeyAdministration;
import io.parler.deploy.stack.OperationFollower;
import io.parler.deploy.stack.ParameterStore;
import io.parler.deploy.stack.Pause;
import io.parler.deploy.stack.StackDeployer;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.terminal.Output;

/// All that a command works with in one account and region.
///
/// @param awsOptions what an `aws` command needs to reach the same account and region
record Cloud(
        Stacks stacks,
        ParameterStore parameters,
        ObjectStore objects,
        KeyAdministration keys,
        Output output,
        Pause pause,
        String awsOptions) {
    StackDeployer deployer() {
        return new StackDeployer(
                stacks, new OperationFollower(stacks, output, pause), output, awsOptions);
    }
}
