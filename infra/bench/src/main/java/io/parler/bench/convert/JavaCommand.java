package io.parler.bench.convert;

import java.nio.file.Path;

/// The JVM this runs in, to start others with.
final class JavaCommand {
    private JavaCommand() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }
}
