package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads policy documents. What can't be evaluated is reported, all of it at once.
final class PolicyReader {
    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT =
            Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    private final String where;
    private final Of of;
    private final List<String> errors = new ArrayList<>();

    /// What a policy belongs to. All but roles name principals, and a trust policy no resource.
    private enum Of {
        ROLE,
        RESOURCE,
        TRUST
    }

    private PolicyReader(String where, Of of) {
        this.where = where;
        this.of = of;
    }

    /// The statements of a policy for a role.
    ///
    /// @param where the file, line and name, for errors
    static List<Statement> readForRole(String where, JsonNode document) {
        return new PolicyReader(where, Of.ROLE).read(document);
    }

    /// The statements of a policy of a resource, which name principals.
    static List<Statement> readForResource(String where, JsonNode document) {
        return new PolicyReader(where, Of.RESOURCE).read(document);
    }

    /// The statements of a role's trust policy: who may act in the role.
    static List<Statement> readTrust(String where, JsonNode document) {
        return new PolicyReader(where, Of.TRUST).read(document);
    }

    private List<Statement> read(JsonNode document) {
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            if (!DOCUMENT.contains(field.getKey())) {
                unsupported(field.getKey());
            }
        }
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : list(document.path("Statement"))) {
            statements.add(statement(statement));
        }
        if (statements.isEmpty()) {
            errors.add(where + ": a policy without a statement");
        }
        if (!errors.isEmpty()) {
            throw new TemplateException(errors);
        }
        return statements;
    }

    private Statement statement(JsonNode statement) {
        for (Map.Entry<String, JsonNode> field : statement.properties()) {
            if (!STATEMENT.contains(field.getKey())
                    && !(of != Of.ROLE && field.getKey().equals("Principal"))) {
                unsupported(field.getKey());
            }
        }
        String effect = statement.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            errors.add(where + ": Effect must be Allow or Deny, not \"" + effect + "\"");
        }
        return new Statement(
                effect.equals("Allow"),
                texts("Action", statement).stream().map(Wildcard::ignoringCase).toList(),
                of == Of.TRUST
                        ? List.of(Wildcard.of("*"))
                        : texts("Resource", statement).stream().map(Wildcard::of).toList(),
                conditions(statement.path("Condition")),
                of != Of.ROLE ? principals(statement.path("Principal")) : List.of());
    }

    private List<Condition> conditions(JsonNode condition) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            if (!Condition.knowsOperator(operator.getKey())) {
                unsupported("Condition " + operator.getKey());
            }
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!Condition.knowsKey(key.getKey())) {
                    unsupported("Condition on " + key.getKey());
                }
                conditions.add(
                        Condition.of(
                                operator.getKey(),
                                key.getKey(),
                                list(key.getValue()).stream().map(JsonNode::asText).toList()));
            }
        }
        return conditions;
    }

    private List<String> principals(JsonNode principal) {
        List<String> principals = new ArrayList<>();
        if (principal.asText().equals("*")) {
            principals.add("*");
        }
        for (JsonNode service : list(principal.path("Service"))) {
            principals.add(service.asText());
        }
        for (JsonNode account : list(principal.path("AWS"))) {
            principals.add(account.asText());
        }
        if (principals.isEmpty()) {
            errors.add(where + ": a statement without a Principal");
        }
        return principals;
    }

    private List<String> texts(String name, JsonNode statement) {
        List<String> texts = list(statement.path(name)).stream().map(JsonNode::asText).toList();
        if (texts.isEmpty()) {
            errors.add(where + ": a statement without " + name);
        }
        for (String text : texts) {
            if (text.contains("${")) {
                unsupported("the policy variable in " + text);
            }
        }
        return texts;
    }

    private void unsupported(String what) {
        errors.add(where + ": " + what + " is not supported here");
    }

    private static List<JsonNode> list(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }
}
