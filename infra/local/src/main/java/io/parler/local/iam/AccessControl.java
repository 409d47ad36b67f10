package io.parler.local.iam;

import io.parler.local.usage.UsageLog;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Access control of a suite: the roles of its functions, and endpoints that check their calls.
public final class AccessControl implements AccessKeys, RoleCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);

    private final Arns arns;
    private final Roles roles = new Roles(new SecureRandom());
    private final PermissionReport report;
    private final UsageLog usage;
    private final List<AuthorizingProxy> proxies = new ArrayList<>();

    /// @param reportFile the file that lists which permissions were used
    /// @param usage where allowed calls are written down
    public AccessControl(Arns arns, Path reportFile, UsageLog usage) {
        this.arns = arns;
        this.usage = usage;
        this.report = new PermissionReport(reportFile);
    }

    public URI dynamoDb(URI endpoint) {
        return checked(endpoint, new DynamoDbApi(arns));
    }

    public URI sqs(URI endpoint) {
        return checked(endpoint, new SqsApi(arns));
    }

    public URI s3(URI endpoint) {
        return checked(endpoint, new S3Api());
    }

    public URI sns(URI endpoint) {
        return checked(endpoint, new SnsApi());
    }

    public URI lambda(URI endpoint) {
        return checked(endpoint, new InvokeApi(arns));
    }

    public URI ssm(URI endpoint) {
        return checked(endpoint, new SsmApi(arns));
    }

    public URI secretsManager(URI endpoint) {
        return checked(endpoint, new SecretsManagerApi(arns));
    }

    public URI stepFunctions(URI endpoint) {
        return checked(endpoint, new StepFunctionsApi());
    }

    /// An endpoint with a REST protocol.
    public URI rest(URI endpoint, List<RestOperation> operations) {
        return checked(endpoint, new RestApi(operations));
    }

    private URI checked(URI endpoint, ServiceApi api) {
        AuthorizingProxy proxy =
                AuthorizingProxy.start(endpoint, new Authorizer(api, arns, roles, report), usage);
        proxies.add(proxy);
        return proxy.address();
    }

    /// A new access key; calls with it are checked against this role.
    @Override
    public String keyOf(Role role) {
        report.add(role);
        return roles.add(role);
    }

    @Override
    public void add(Role role) {
        report.add(role);
    }

    @Override
    public Optional<String> denial(Role role, Permission call) {
        Optional<String> denial =
                role.denial(call)
                        .map(reason -> Authorizer.message(arns, role, call, call.action(), reason));
        if (denial.isEmpty()) {
            report.used(role, call);
        } else if (report.denied(role, call)) {
            LOG.error("{}: {}", role.name(), denial.get());
        }
        return denial;
    }

    @Override
    public void close() {
        proxies.forEach(AuthorizingProxy::close);
    }
}
