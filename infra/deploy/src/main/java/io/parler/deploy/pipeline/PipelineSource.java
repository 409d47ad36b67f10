package io.parler.deploy.pipeline;

import io.parler.deploy.suite.DeployException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the pipelines get the sources from, and whether they ask. What is empty stays as the
/// pipelines have it.
///
/// @param repository `OWNER/NAME`, or the name of a CodeCommit repository
/// @param connection the ARN of a CodeConnections connection
public record PipelineSource(
        Optional<String> repository,
        Optional<String> branch,
        Optional<String> connection,
        Optional<Boolean> approval) {
    private static final Pattern CONNECTION =
            Pattern.compile("arn:aws[a-z-]*:(codeconnections|codestar-connections):[^ ]+");

    public PipelineSource {
        connection
                .filter(arn -> !CONNECTION.matcher(arn).matches())
                .ifPresent(
                        arn -> {
                            throw new DeployException(
                                    arn
                                            + " is not the ARN of a connection; aws codeconnections"
                                            + " list-connections prints them.");
                        });
        if (connection.isPresent() && repository.filter(name -> name.contains("/")).isEmpty()) {
            throw new DeployException(
                    "--connection needs --repository OWNER/NAME, the repository on the other side.");
        }
    }

    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        repository.ifPresent(value -> parameters.put("Repository", List.of(value)));
        branch.ifPresent(value -> parameters.put("Branch", List.of(value)));
        connection.ifPresent(value -> parameters.put("Connection", List.of(value)));
        approval.ifPresent(asks -> parameters.put("Approval", List.of(asks ? "yes" : "no")));
        return parameters;
    }
}
