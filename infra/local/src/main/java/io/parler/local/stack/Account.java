package io.parler.local.stack;

import io.parler.local.iam.AccessKeys;
import io.parler.local.iam.Arns;
import io.parler.local.iam.Policies;
import io.parler.local.iam.RoleCheck;
import io.parler.local.secret.SecretStore;

/// The account that stacks are deployed to.
///
/// @param endpoints where the runtime itself reaches the services
/// @param ofFunctions where functions reach them
/// @param policies what stacks add to the account's policies
/// @param accessKeys the access keys of functions
/// @param roleCheck checks what services call in the roles of the stacks
/// @param secrets the account's secrets
/// @param arns the ARNs of the account
public record Account(
        Endpoints endpoints,
        Endpoints ofFunctions,
        Policies policies,
        AccessKeys accessKeys,
        RoleCheck roleCheck,
        SecretStore secrets,
        Arns arns) {}
