package io.parler.cli;

import io.parler.local.CannotStart;
import io.parler.local.template.NotSupported;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The `parler` command. Exit codes: 0 done, 1 it failed and says why, 2 wrong use.
@Command(
        name = "parler",
        description = "Turns blog posts into audio.",
        mixinStandardHelpOptions = true,
        version = "parler 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Convert.class, Quote.class, Read.class, Voices.class},
        footer = {
            "  bench    Measures reading and converting (./parler bench --help).",
            "",
            "Exit codes: 0 done, 1 failed (the reason is printed), 2 wrong use.",
        })
public final class Parler implements Runnable {
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != Up.RUNNING) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Parler())
                .setParameterExceptionHandler(Parler::wrongUse)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    @Override
    public void run() {
        new CommandLine(this).usage(System.out);
    }

    private static int wrongUse(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parler: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /// What the user can mend is one sentence; anything else is ours, and shown whole.
    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        switch (e) {
            case CannotStart c -> err.println("parler: " + c.getMessage());
            case Failed f -> err.println("parler: " + f.getMessage());
            case NotSupported n ->
                    n.refusals().forEach(refusal -> err.println("parler: " + refusal));
            case IOException io -> err.println("parler: " + io.getMessage());
            default -> {
                err.println("parler: this should not have happened:");
                e.printStackTrace(err);
            }
        }
        err.flush();
        return 1;
    }
}
