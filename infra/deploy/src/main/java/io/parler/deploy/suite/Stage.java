package io.parler.deploy.suite;

import java.util.regex.Pattern;

/// One complete Parler in an account and region; its name is part of every name that must be
/// unique.
public record Stage(String name) {
    /// The templates' default.
    public static final String DEFAULT = "dev";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,15}");

    public Stage {
        if (!NAME.matcher(name).matches()) {
            throw new DeployException(
                    "\""
                            + name
                            + "\" is not a stage: use up to 16 lower-case letters, digits and hyphens,"
                            + " beginning with a letter.");
        }
    }

    public String stackName(String entry) {
        return "parler-" + name + "-" + entry;
    }

    /// A name in the parameter store, such as `/parler/dev/public-origin`.
    public String parameterName(String path) {
        return "/parler/" + name + "/" + path;
    }

    /// The same parameter of this stage, where a template's default names one of stage dev.
    public String inThisStage(String parameterName) {
        String prefix = "/parler/" + DEFAULT + "/";
        return parameterName.startsWith(prefix)
                ? parameterName(parameterName.substring(prefix.length()))
                : parameterName;
    }
}
