package io.parler.cli;

import io.parler.local.SuiteStartException;
import io.parler.local.template.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// The `parler` command. Exit codes: 0 success, 1 failure with a message, 2 wrong usage.
@Command(
        name = "parler",
        description = "Turns blog posts into audio.",
        mixinStandardHelpOptions = true,
        versionProvider = ReleaseVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            ConvertCommand.class,
            QuoteCommand.class,
            SayCommand.class,
            ReadCommand.class,
            VoicesCommand.class,
            FollowCommand.class,
            CollectionsCommand.class,
            PodcastsCommand.class,
            ExportCommand.class,
            ListCommand.class,
            StatusCommand.class,
            RetryCommand.class,
            DeleteCommand.class,
            KeysCommand.class,
            QueuesCommand.class,
            RedriveCommand.class,
            LogsCommand.class,
            EventsCommand.class,
            NewServiceCommand.class
        },
        footer = {
            "  bench    Benchmarks reading and converting (./parler bench --help).",
            "  deploy   Deploys into an AWS account (./parler deploy --help).",
            "",
            "Exit codes: 0 success, 1 failure (the reason is printed), 2 wrong usage.",
        })
public final class ParlerCommand implements Runnable {
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != UpCommand.RUNNING) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ParlerCommand())
                .setParameterExceptionHandler(ParlerCommand::usageError)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    private static int usageError(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parler: " + UsageMessage.of(e));
        err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    /// An error that the user can fix is one sentence. Anything else is a bug, with its stack
    /// trace.
    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        switch (e) {
            case SuiteStartException c -> err.println("parler: " + c.getMessage());
            case CommandException f -> err.println("parler: " + f.getMessage());
            case TemplateException n ->
                    n.errors().forEach(error -> err.println("parler: " + error));
            case ProblemException p -> err.println("parler: " + p.getMessage());
            case IOException io -> err.println("parler: " + io.getMessage());
            case SdkException sdk ->
                    err.println("parler: The queues can't be read: " + reason(sdk));
            default -> {
                err.println("parler: unexpected error (this is a bug):");
                e.printStackTrace(err);
            }
        }
        err.flush();
        return 1;
    }

    static String reason(SdkException e) {
        return e instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null
                ? refusal.awsErrorDetails().errorMessage()
                : String.valueOf(e.getMessage());
    }
}
