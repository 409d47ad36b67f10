package io.parler.deploy.status;

import io.parler.deploy.archive.Archive;
import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A stack beside what the local build would deploy.
public record DeployedStack(String name, Optional<StackStatus> stack, Comparison comparison) {
    private static final Pattern ARCHIVE =
            Pattern.compile("archives/[a-z0-9-]+/([0-9a-f]{64})\\.zip");

    /// How the stack differs from the local build.
    public enum Comparison {
        MISSING("not deployed"),
        CURRENT("up to date"),
        OTHER_CODE("behind: its code differs from the local build"),
        OTHER_TEMPLATE("behind: its template differs");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Compares the stack of this name with the local build.
    ///
    /// @param bucket the bucket of archives
    public static DeployedStack of(
            String name,
            String stackName,
            PackagedTemplate local,
            Stacks stacks,
            Optional<String> bucket) {
        Optional<StackStatus> stack = stacks.get(stackName).filter(s -> !s.isOnlyPlanned());
        Comparison comparison =
                stack.isEmpty()
                        ? Comparison.MISSING
                        : compare(local, stacks.template(stackName), bucket.orElse(""));
        return new DeployedStack(name, stack, comparison);
    }

    static Comparison compare(PackagedTemplate local, String deployed, String bucket) {
        Set<String> here =
                local.archives().values().stream().map(Archive::sha256).collect(Collectors.toSet());
        Set<String> there =
                ARCHIVE.matcher(deployed)
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .collect(Collectors.toSet());
        if (!here.equals(there)) {
            return Comparison.OTHER_CODE;
        }
        return local.text(bucket).strip().equals(deployed.strip())
                ? Comparison.CURRENT
                : Comparison.OTHER_TEMPLATE;
    }
}
