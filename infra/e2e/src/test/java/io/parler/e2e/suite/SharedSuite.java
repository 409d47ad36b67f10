package io.parler.e2e.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A test class that uses the suite of [SuiteExtension]. Only one such class runs at a time, beside
/// classes that start suites of their own.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(SuiteExtension.class)
@ResourceLock("the shared suite")
public @interface SharedSuite {}
