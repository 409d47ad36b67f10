package io.parler.local.stack;

import io.parler.local.template.Template;
import io.parler.local.template.TemplateException;
import io.parler.local.template.TemplateReader;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stacks of a suite. They are read first, so that unsupported templates are reported before
/// anything starts, and then deployed in order.
public final class Stacks {
    private record ParsedStack(SuiteFile.Entry entry, Template template) {}

    private final SuiteFile suite;
    private final List<ParsedStack> stacks;

    private Stacks(SuiteFile suite, List<ParsedStack> stacks) {
        this.suite = suite;
        this.stacks = stacks;
    }

    /// Throws one `TemplateException` with the errors of all templates.
    public static Stacks read(SuiteFile suite) {
        TemplateReader reader = new TemplateReader();
        List<ParsedStack> stacks = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (SuiteFile.Entry entry : suite.stacks()) {
            try {
                stacks.add(new ParsedStack(entry, reader.read(entry.template())));
            } catch (TemplateException e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) {
            throw new TemplateException(errors);
        }
        return new Stacks(suite, stacks);
    }

    /// Creates or updates all resources. Throws one `TemplateException` with everything that AWS
    /// would refuse.
    public Stack deploy(
            Map<String, String> variables,
            StackParameters parameters,
            Account account,
            HttpClient http) {
        AwsClient api = new AwsClient(http, Clock.systemUTC());
        suite.secrets(variables).forEach(parameters::put);
        DeploymentRules rules = new DeploymentRules();
        SigningKeys keys = new SigningKeys();
        Map<String, Stack> deployed = new LinkedHashMap<>();
        for (ParsedStack stack : stacks) {
            suite.keyPairs(stack.entry()).forEach(parameters::createKeyPair);
            String name = suite.name() + "-" + suite.stage() + "-" + stack.entry().name();
            deployed.put(
                    name,
                    new StackDeployer(
                                    name,
                                    stack.template(),
                                    suite.parameters(stack.entry(), variables, parameters),
                                    parameters,
                                    account,
                                    rules,
                                    keys,
                                    api)
                            .deploy());
        }
        List<String> errors = rules.errors(account.policies().queues());
        if (!errors.isEmpty()) {
            throw new TemplateException(errors);
        }
        return Stack.merge(deployed.values());
    }
}
