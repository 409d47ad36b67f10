package io.parler.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.iam.Arns;
import io.parler.local.secret.PasswordRules;
import io.parler.local.secret.SecretStore;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes secrets with a generated value (AWS::SecretsManager::Secret). A secret is made once; later
/// changes of its template don't change it.
final class Secrets {
    private final SecretStore store;
    private final Arns arns;

    Secrets(SecretStore store, Arns arns) {
        this.store = store;
        this.arns = arns;
    }

    CreatedResource create(String name, ResourceProperties properties) {
        ResourceProperties generated = properties.child("GenerateSecretString");
        if (generated.node().isMissingNode()) {
            throw new TemplateException(
                    properties.where()
                            + ": a secret without GenerateSecretString is not supported here");
        }
        try {
            store.create(name, rules(generated), password -> secret(generated, password));
        } catch (IllegalArgumentException e) {
            throw new TemplateException(generated.where() + ": " + e.getMessage());
        }
        String arn = arns.secret(name);
        return new CreatedResource(arn, Map.of("Id", arn));
    }

    private static PasswordRules rules(ResourceProperties generated) {
        String excluded = generated.text("ExcludeCharacters").orElse("");
        List<String> types = new ArrayList<>();
        add(!is(generated, "ExcludeLowercase"), PasswordRules.LOWERCASE, excluded, types);
        add(!is(generated, "ExcludeUppercase"), PasswordRules.UPPERCASE, excluded, types);
        add(!is(generated, "ExcludeNumbers"), PasswordRules.DIGITS, excluded, types);
        add(!is(generated, "ExcludePunctuation"), PasswordRules.PUNCTUATION, excluded, types);
        add(is(generated, "IncludeSpace"), " ", excluded, types);
        return new PasswordRules(
                generated.number("PasswordLength").orElse(PasswordRules.DEFAULT_LENGTH),
                types,
                generated.text("RequireEachIncludedType").map(Boolean::valueOf).orElse(true));
    }

    private static boolean is(ResourceProperties generated, String name) {
        return generated.text(name).map(Boolean::valueOf).orElse(false);
    }

    private static void add(
            boolean included, String characters, String excluded, List<String> types) {
        String rest =
                characters
                        .chars()
                        .filter(c -> excluded.indexOf(c) < 0)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (included && !rest.isEmpty()) {
            types.add(rest);
        }
    }

    /// The password itself, or `SecretStringTemplate` with the password at `GenerateStringKey`.
    private static String secret(ResourceProperties generated, String password) {
        Optional<String> template = generated.text("SecretStringTemplate");
        if (template.isEmpty()) {
            return password;
        }
        try {
            JsonNode json = AwsClient.JSON.readTree(template.get());
            if (!(json instanceof ObjectNode object)) {
                throw new IllegalArgumentException("SecretStringTemplate is not a JSON object");
            }
            return object.put(generated.requiredText("GenerateStringKey"), password).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("SecretStringTemplate is not JSON", e);
        }
    }
}
