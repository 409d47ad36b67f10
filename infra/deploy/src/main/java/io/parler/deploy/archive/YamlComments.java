package io.parler.deploy.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Removes the lines of a YAML text that are comments only. CloudFormation counts them where it
/// limits the length of a template.
final class YamlComments {
    /// The text of a block scalar is indented deeper than the line that begins it (YAML 1.2,
    /// section 8.1).
    private static final Pattern BLOCK_SCALAR =
            Pattern.compile("^( *)(?:-|\\S.*[:-]) +[|>][-+0-9]*\\s*$");

    private static final Pattern INDENT = Pattern.compile("^ *");

    private YamlComments() {}

    static String removed(String yaml) {
        StringBuilder kept = new StringBuilder();
        int scalar = Integer.MAX_VALUE; // the indent of the line that began a block scalar
        for (String line : yaml.split("\n", -1)) {
            boolean isText = !line.isBlank();
            if (isText && indent(line) <= scalar) {
                scalar = Integer.MAX_VALUE;
            }
            boolean inScalar = scalar != Integer.MAX_VALUE;
            if (!inScalar && line.strip().startsWith("#")) {
                continue;
            }
            kept.append(line).append('\n');
            Matcher begin = BLOCK_SCALAR.matcher(line);
            if (!inScalar && begin.matches()) {
                scalar = begin.group(1).length();
            }
        }
        return kept.substring(0, Math.max(0, kept.length() - 1));
    }

    private static int indent(String line) {
        Matcher matcher = INDENT.matcher(line);
        return matcher.find() ? matcher.end() : 0;
    }
}
