package io.parler.local.stack;

import io.parler.local.template.NotSupported;
import io.parler.local.template.Template;
import io.parler.local.template.TemplateReader;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The stacks of a suite: read first, so that what can't be done is refused before anything
/// starts, then made in their order.
public final class Stacks {
    private record Ready(SuiteFile.Entry entry, Template template) {}

    private final SuiteFile suite;
    private final List<Ready> stacks;

    private Stacks(SuiteFile suite, List<Ready> stacks) {
        this.suite = suite;
        this.stacks = stacks;
    }

    /// Throws `NotSupported` with what is wrong in all templates together.
    public static Stacks read(SuiteFile suite) {
        TemplateReader reader = new TemplateReader();
        List<Ready> stacks = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (SuiteFile.Entry entry : suite.stacks()) {
            try {
                stacks.add(new Ready(entry, reader.read(entry.template())));
            } catch (NotSupported e) {
                refusals.addAll(e.refusals());
            }
        }
        if (!refusals.isEmpty()) {
            throw new NotSupported(refusals);
        }
        return new Stacks(suite, stacks);
    }

    public Stack make(
            Map<String, String> variables,
            ParameterStore parameters,
            Endpoints endpoints,
            HttpClient http) {
        AwsApi api = new AwsApi(http, Clock.systemUTC());
        suite.secrets(variables).forEach(parameters::put);
        List<Stack> made = new ArrayList<>();
        for (Ready ready : stacks) {
            made.add(
                    new StackMaker(
                                    ready.entry().name(),
                                    ready.template(),
                                    SuiteFile.parameters(ready.entry(), variables),
                                    parameters,
                                    endpoints,
                                    api)
                            .make());
        }
        return Stack.joined(made);
    }
}
