package io.parler.bench.convert;

import java.nio.file.Path;

/// The java command and class path of this process, to start others.
final class JavaCommand {
    private JavaCommand() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }
}
