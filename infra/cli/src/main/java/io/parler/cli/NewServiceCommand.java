package io.parler.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler new-service`: a further service, as a skeleton that builds and runs.
@Command(
        name = "new-service",
        description = {
            "Adds a service with one route: its template, handler and tests, and its lines in the",
            "build, in infra/suite.yaml and in infra/edge.yaml.",
        },
        mixinStandardHelpOptions = true)
final class NewServiceCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*");
    private static final int MAX_NAME_LENGTH = 20;

    @Parameters(paramLabel = "NAME", description = "Such as recommendations or text-search.")
    private String name = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (!NAME.matcher(name).matches() || name.length() > MAX_NAME_LENGTH) {
            throw new CommandException(
                    name
                            + " is no name for a service: up to "
                            + MAX_NAME_LENGTH
                            + " lower-case letters, digits and single hyphens.");
        }
        Path home = Path.of(System.getProperty("parler.home", "."));
        new ServiceSkeleton(home, name)
                .write()
                .forEach(file -> command.getOut().println("  " + file));
        command.getOut()
                .printf(
                        """

                        Next:
                          contracts/openapi.yaml            describe GET /v1/%1$s (docs/adding-a-route.md)
                          ArchiveSizeIT in infra/e2e        how large its archive may be
                          ARCHITECTURE.md                   its row in the table of services
                          ./parler up                       runs it with the others
                          ./parler deploy                   creates its stack
                          ./parler deploy pipelines --only %1$s --repository OWNER/NAME --connection ARN
                        """,
                        name);
        command.getOut().flush();
        return 0;
    }
}
