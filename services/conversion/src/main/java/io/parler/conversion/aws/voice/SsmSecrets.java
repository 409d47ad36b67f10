package io.parler.conversion.aws.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;

/// Reads secrets by the names of their parameters: SecureStrings, or references to Secrets Manager
/// (`/aws/reference/secretsmanager/…`).
final class SsmSecrets {
    private final SsmClient ssm;

    SsmSecrets(SsmClient ssm) {
        this.ssm = ssm;
    }

    /// The existing ones, in one call.
    Map<String, String> read(List<String> names) {
        Map<String, String> values = new HashMap<>();
        if (!names.isEmpty()) {
            ssm.getParameters(request -> request.names(names).withDecryption(true))
                    .parameters()
                    .forEach(found -> values.put(found.name(), found.value()));
        }
        return values;
    }
}
