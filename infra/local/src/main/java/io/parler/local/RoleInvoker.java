package io.parler.local;

import io.parler.local.iam.Permission;
import io.parler.local.iam.Role;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Functions;
import io.parler.local.lambda.Invocation;
import io.parler.local.stepfunctions.FunctionInvoker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Invokes functions in the role of a state machine, with the errors that Step Functions has for
/// them.
final class RoleInvoker implements FunctionInvoker {
    private static final Pattern NAME = Pattern.compile(".*:function:([^:]+)(?::[^:]+)?");

    private final Role role;
    private final RoleCheck check;
    private final Functions functions;

    RoleInvoker(Role role, RoleCheck check, Functions functions) {
        this.role = role;
        this.check = check;
        this.functions = functions;
    }

    @Override
    public byte[] invoke(String functionArn, byte[] payload) throws InvocationException {
        Optional<String> denial =
                check.denial(role, new Permission("lambda:InvokeFunction", functionArn));
        if (denial.isPresent()) {
            throw new InvocationException("Lambda.AWSLambdaException", denial.get());
        }
        Matcher name = NAME.matcher(functionArn);
        return switch (functions.invoke(name.matches() ? name.group(1) : functionArn, payload)) {
            case Invocation.Succeeded result -> result.payload();
            case Invocation.Failed failed ->
                    throw new InvocationException(
                            failed.errorType(),
                            new String(failed.payload(), StandardCharsets.UTF_8));
            case Invocation.Throttled _ ->
                    throw new InvocationException(
                            "Lambda.TooManyRequestsException", "Rate Exceeded.");
            case Invocation.Unknown _ ->
                    throw new InvocationException(
                            "Lambda.ResourceNotFoundException",
                            "Function not found: " + functionArn);
        };
    }
}
