package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The roles of the suite that services of AWS act in (AWS::IAM::Role), by ARN. A role is read when
/// something that runs here uses it.
public final class ServiceRoles {
    private final Arns arns;
    private final ManagedPolicies managed;
    private final Map<String, Declared> byArn = new HashMap<>();

    private record Declared(String where, String name, JsonNode properties) {}

    ServiceRoles(Arns arns, ManagedPolicies managed) {
        this.arns = arns;
        this.managed = managed;
    }

    /// Adds a role and returns its ARN.
    ///
    /// @param where the file, line and name, for errors
    public String add(String where, String name, JsonNode properties) {
        String arn = arns.role(name);
        byArn.put(arn, new Declared(where, name, properties));
        return arn;
    }

    /// The role with this ARN, which a service must be allowed to assume.
    ///
    /// @param where what uses the role, for errors
    public Role assumedBy(String service, String where, String arn) {
        Declared declared =
                Optional.ofNullable(byArn.get(arn))
                        .orElseThrow(
                                () ->
                                        new TemplateException(
                                                where
                                                        + ": "
                                                        + arn
                                                        + " is not a role of this suite"));
        JsonNode properties = declared.properties();
        List<Statement> trust =
                PolicyReader.readTrust(
                        declared.where(), properties.path("AssumeRolePolicyDocument"));
        Permission assume = new Permission("sts:AssumeRole", arn);
        List<Statement> matching =
                trust.stream()
                        .filter(s -> s.isAbout(service))
                        .filter(s -> s.matches(assume, Map.of("aws:sourceaccount", arns.account())))
                        .toList();
        if (matching.isEmpty() || !matching.stream().allMatch(Statement::allows)) {
            throw new TemplateException(
                    where + ": " + service + " is not allowed to assume " + arn);
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode policy : properties.path("Policies")) {
            statements.addAll(
                    PolicyReader.readForRole(declared.where(), policy.path("PolicyDocument")));
        }
        statements.addAll(
                managed.ofFunction(declared.where(), properties.path("ManagedPolicyArns")));
        JsonNode boundary = properties.path("PermissionsBoundary");
        return Role.ofService(
                declared.name(),
                statements,
                boundary.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(managed.boundary(declared.where(), boundary.asText())));
    }
}
