package io.parler.deploy;

import io.parler.deploy.stack.Overrides;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.SuiteFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// `parler deploy`: an account and a region become a running Parler. Exit codes: 0 success, 1
/// failure with a message, 2 wrong usage.
@Command(
        name = "parler deploy",
        description = {
            "Deploys Parler into an AWS account: shows what will change and what it costs, asks,",
            "then creates or updates the stacks. It can be run again at any time, also after Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        subcommands = {StatusCommand.class, PipelinesCommand.class, DestroyCommand.class},
        footer = {
            "",
            "Exit codes: 0 success, 1 failure (the reason is printed), 2 wrong usage.",
        })
public final class DeployCommand implements Callable<Integer> {
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    @Mixin private AccountOptions account = new AccountOptions();

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description = "A host of your own, such as parler.example; needs --certificate.")
    private @Nullable String domain;

    @Option(
            names = "--certificate",
            paramLabel = "ARN",
            description = "An ACM certificate for the domain, in us-east-1.")
    private @Nullable String certificate;

    @Option(names = "--alarm-email", paramLabel = "ADDRESS", description = "Receives all alarms.")
    private @Nullable String alarmEmail;

    @Option(
            names = "--set",
            paramLabel = "SERVICE.Parameter=VALUE",
            description = "A value for a template's parameter. It is kept by later deployments.")
    private List<String> settings = List.of();

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            description = "Only this stack; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--dry-run", description = "Shows the plan and ends.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Spec private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DeployCommand())
                .setAllowSubcommandsAsOptionParameters(true) // --only status
                .setParameterExceptionHandler(DeployCommand::usageError)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    @Override
    public Integer call() {
        Overrides overrides = overrides();
        SuiteFile suite = SuiteFile.read(AccountOptions.suiteFile()).only(only);
        Stage stage = account.stage();
        return account.run(
                Objects.requireNonNull(spec),
                (cloud, _) -> {
                    Deployment deployment = new Deployment(stage, cloud, overrides);
                    Deployment.Result result = deployment.run(suite, dryRun, yes);
                    if (result == Deployment.Result.DEPLOYED) {
                        new Farewell(stage, cloud, new SmokeTest())
                                .print(Optional.ofNullable(domain), account.again());
                        new FirstKey(stage, cloud).print(!yes, account.again());
                    }
                    return result == Deployment.Result.DECLINED ? 1 : 0;
                });
    }

    private Overrides overrides() {
        Overrides overrides = Overrides.parse(settings);
        if ((domain == null) != (certificate == null)) {
            throw new DeployException(
                    "--domain and --certificate go together; without both, CloudFront's own name is"
                            + " used.");
        }
        if (domain != null && certificate != null) {
            if (!DOMAIN.matcher(domain).matches()) {
                throw new DeployException(domain + " is not a domain such as parler.example.");
            }
            if (!certificate.contains(":acm:us-east-1:")) {
                throw new DeployException(
                        "The certificate must be one of ACM in us-east-1: CloudFront takes no other"
                                + " region.");
            }
            overrides.set("edge", "PublicOrigin", "https://" + domain);
            overrides.set("edge", "CertificateArn", certificate);
        }
        if (alarmEmail != null) {
            overrides.set("platform", "AlarmEmail", alarmEmail);
        }
        return overrides;
    }

    private static int usageError(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parler: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /// An error that the user can act on is one sentence. Anything else is a bug, with its stack
    /// trace.
    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        switch (e) {
            case DeployException d -> err.println("parler: " + d.getMessage());
            case AwsServiceException a -> err.println("parler: " + sentence(a));
            case SdkException s -> err.println("parler: AWS can't be reached: " + s.getMessage());
            default -> {
                err.println("parler: unexpected error (this is a bug):");
                e.printStackTrace(err);
            }
        }
        err.flush();
        return 1;
    }

    private static String sentence(AwsServiceException e) {
        if (e.awsErrorDetails() == null) {
            return "AWS answers with an error: " + e.getMessage();
        }
        String code = e.awsErrorDetails().errorCode();
        String message = e.awsErrorDetails().errorMessage();
        return code.contains("AccessDenied") || code.contains("Unauthorized")
                ? "These credentials are not allowed to do this: " + message
                : e.awsErrorDetails().serviceName() + " refuses: " + message + " (" + code + ")";
    }
}
