package io.parler.local.stack;

import io.parler.local.template.Template;
import io.parler.local.template.TemplateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds references to resources that don't exist because their condition is false, also where a
/// value has no effect on one machine: CloudFormation rejects such a template.
final class ReferenceRules {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Template template;
    private final Predicate<String> holds;
    private final List<String> errors = new ArrayList<>();

    private ReferenceRules(Template template, Predicate<String> holds) {
        this.template = template;
        this.holds = holds;
    }

    /// @param holds whether a condition of the template holds
    static List<String> errors(Template template, Predicate<String> holds) {
        ReferenceRules rules = new ReferenceRules(template, holds);
        template.declarations()
                .forEach(
                        (id, declaration) -> {
                            if (declaration.condition().map(holds::test).orElse(true)) {
                                rules.check(id, declaration.value());
                            }
                        });
        return rules.errors;
    }

    private void check(String id, TemplateValue value) {
        switch (value) {
            case TemplateValue.Scalar _ -> {}
            case TemplateValue.Items items -> items.items().forEach(item -> check(id, item));
            case TemplateValue.Fields fields -> fields.fields().values().forEach(v -> check(id, v));
            case TemplateValue.Call call -> check(id, call);
        }
    }

    private void check(String id, TemplateValue.Call call) {
        switch (call.function()) {
            case "Ref" -> text(call.argument()).ifPresent(name -> check(id, call, name));
            case "Fn::GetAtt" ->
                    text(call.argument() instanceof TemplateValue.Items items
                                    ? items.items().getFirst()
                                    : call.argument())
                            .ifPresent(name -> check(id, call, name));
            case "Fn::Sub" -> substitution(id, call);
            case "Fn::If" -> choice(id, call);
            default -> check(id, call.argument());
        }
    }

    private void substitution(String id, TemplateValue.Call call) {
        TemplateValue pattern = call.argument();
        Map<String, TemplateValue> own = Map.of();
        if (pattern instanceof TemplateValue.Items items
                && items.items().size() == 2
                && items.items().get(1) instanceof TemplateValue.Fields variables) {
            pattern = items.items().getFirst();
            own = variables.fields();
            check(id, variables);
        }
        Matcher matcher = VARIABLE.matcher(text(pattern).orElse(""));
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (!own.containsKey(name)) {
                check(id, call, name);
            }
        }
    }

    /// Only the branch that is chosen counts.
    private void choice(String id, TemplateValue.Call call) {
        if (call.argument() instanceof TemplateValue.Items items && items.items().size() == 3) {
            Optional<String> condition = text(items.items().getFirst());
            if (condition.isPresent() && template.conditions().containsKey(condition.get())) {
                check(id, items.items().get(holds.test(condition.get()) ? 1 : 2));
            }
        }
    }

    private void check(String id, TemplateValue.Call call, String reference) {
        String target = reference.replaceFirst("\\..*", "");
        Optional.ofNullable(template.declarations().get(target))
                .flatMap(Template.Declaration::condition)
                .filter(condition -> !holds.test(condition))
                .ifPresent(
                        condition ->
                                errors.add(
                                        "%s:%s: %s refers to %s, which does not exist: its condition %s is false"
                                                .formatted(
                                                        template.file(),
                                                        call.line(),
                                                        id,
                                                        target,
                                                        condition)));
    }

    private static Optional<String> text(TemplateValue value) {
        return value instanceof TemplateValue.Scalar scalar
                ? Optional.of(scalar.value().toString())
                : Optional.empty();
    }
}
