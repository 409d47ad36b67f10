package io.parler.deploy.plan;

import io.parler.deploy.archive.PackagedTemplate;
import io.parler.deploy.stack.TemplateSummary;
import io.parler.deploy.suite.SuiteEntry;

/// An entry of the suite with all that is known of it on this machine.
public record PreparedStack(SuiteEntry entry, PackagedTemplate template, TemplateSummary summary) {
    public String name() {
        return entry.name();
    }
}
