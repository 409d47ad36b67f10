package io.parler.deploy.archive;

import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.SuiteEntry;
import io.parler.deploy.suite.Template;
import io.parler.deploy.suite.Template.Resource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A template and the archives of its functions. Its text for CloudFormation names them in a
/// bucket.
///
/// @param archives by the path that the template has for them
public record PackagedTemplate(Template template, Map<String, Archive> archives) {
    private static final Pattern CODE_URI = Pattern.compile("(?m)^(\\s*CodeUri:\\s*)(\\S+)\\s*$");

    /// Reads a stack's template and archives, and checks that every function has its own `CodeUri`
    /// and an archive with its handler.
    public static PackagedTemplate read(SuiteEntry entry) {
        Template template = Template.read(entry.template());
        List<Resource> functions = template.functions();
        List<String> paths = codeUris(template.text());
        if (paths.size() != functions.size()) {
            throw new DeployException(
                    entry.template()
                            + " has "
                            + functions.size()
                            + " functions but "
                            + paths.size()
                            + " lines with CodeUri; every function needs one of its own.");
        }
        Path folder = Optional.ofNullable(entry.template().getParent()).orElse(Path.of("."));
        Map<String, Archive> archives = new LinkedHashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            String path = paths.get(i);
            Archive archive =
                    archives.computeIfAbsent(
                            path, p -> Archive.read(entry.name(), folder.resolve(p).normalize()));
            Resource function = functions.get(i);
            archive.check(
                    function.id(),
                    function.handler()
                            .orElseThrow(
                                    () ->
                                            new DeployException(
                                                    entry.template()
                                                            + ": the function "
                                                            + function.id()
                                                            + " has no Handler.")));
        }
        return new PackagedTemplate(template, archives);
    }

    public boolean hasCode() {
        return !archives.isEmpty();
    }

    /// The template's text, with the archives in this bucket. A text that is too long for a request
    /// has no comments.
    public String text(String bucket) {
        String text = withArchives(bucket);
        return TemplateSource.Body.fits(text) ? text : YamlComments.removed(text);
    }

    private String withArchives(String bucket) {
        return CODE_URI.matcher(template.text())
                .replaceAll(
                        (MatchResult match) -> {
                            Archive archive = archives.get(match.group(2));
                            String uri =
                                    archive == null
                                            ? match.group(2)
                                            : "s3://" + bucket + "/" + archive.key();
                            return Matcher.quoteReplacement(match.group(1) + uri);
                        });
    }

    private static List<String> codeUris(String text) {
        return CODE_URI.matcher(text).results().map((MatchResult match) -> match.group(2)).toList();
    }
}
