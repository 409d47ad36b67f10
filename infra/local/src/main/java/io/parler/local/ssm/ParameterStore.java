package io.parler.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.parler.local.http.ApiServer.Answer;
import io.parler.local.secret.SecretStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The parameters of Systems Manager, in memory; they are written at each start. Those below
/// `/aws/reference/secretsmanager/` are secrets.
public final class ParameterStore {
    /// Before the name of a secret; behind it may be `:` and a staging label or a version.
    private static final String SECRETS = "/aws/reference/secretsmanager/";

    private static final String TARGET = "AmazonSSM.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, Parameter> parameters = new ConcurrentSkipListMap<>();

    private final SecretStore secrets;

    public ParameterStore(SecretStore secrets) {
        this.secrets = secrets;
    }

    private record Parameter(String value, String type, int version, Instant modified) {}

    private static final class SsmError extends Exception {
        private static final long serialVersionUID = 1;
        private final String type;

        SsmError(String type, String message) {
            super(message);
            this.type = type;
        }
    }

    public void put(String name, String value) {
        parameters.put(name, new Parameter(value, "String", 1, Instant.now()));
    }

    /// All values by name.
    public Map<String, String> values() {
        SortedMap<String, String> values = new ConcurrentSkipListMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        return values;
    }

    /// Handles a request of the JSON 1.1 protocol; the action is in `X-Amz-Target`.
    public Answer handle(HttpExchange request, byte[] body) throws IOException {
        String target = request.getRequestHeaders().getFirst("X-Amz-Target");
        if (target == null || !target.startsWith(TARGET)) {
            return error("UnknownOperationException", "unknown AWS action");
        }
        String action = target.substring(TARGET.length());
        JsonNode input = JSON.readTree(body);
        try {
            ObjectNode response =
                    switch (action) {
                        case "GetParameter" -> getParameter(input);
                        case "GetParameters" -> getParameters(input);
                        case "GetParametersByPath" -> getParametersByPath(input);
                        case "PutParameter" -> putParameter(input);
                        case "DeleteParameter" -> deleteParameter(input);
                        default ->
                                throw new SsmError(
                                        "InvalidAction",
                                        "ssm:" + action + " is not supported here");
                    };
            return Answer.of(200, "application/x-amz-json-1.1", response.toString());
        } catch (SsmError e) {
            return error(e.type, String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode getParameter(JsonNode input) throws SsmError {
        String name = input.path("Name").asText();
        Parameter parameter = find(name, input).orElseThrow(() -> notFound(name));
        ObjectNode response = object();
        response.set("Parameter", json(name, parameter));
        return response;
    }

    private Optional<Parameter> find(String name, JsonNode input) throws SsmError {
        if (!name.startsWith(SECRETS)) {
            return Optional.ofNullable(parameters.get(name));
        }
        if (!input.path("WithDecryption").asBoolean()) {
            throw new SsmError(
                    "ValidationException",
                    "WithDecryption flag must be True for retrieving a Secret Manager secret.");
        }
        int colon = name.indexOf(':');
        return secrets.get(
                        name.substring(SECRETS.length(), colon < 0 ? name.length() : colon),
                        colon < 0 ? SecretStore.CURRENT : name.substring(colon + 1))
                .map(secret -> new Parameter(secret.value(), "SecureString", 0, secret.created()));
    }

    private ObjectNode getParameters(JsonNode input) throws SsmError {
        ObjectNode response = object();
        ArrayNode found = response.putArray("Parameters");
        ArrayNode missing = response.putArray("InvalidParameters");
        for (JsonNode name : input.path("Names")) {
            Optional<Parameter> parameter = find(name.asText(), input);
            if (parameter.isEmpty()) {
                missing.add(name.asText());
            } else {
                found.add(json(name.asText(), parameter.get()));
            }
        }
        return response;
    }

    private ObjectNode getParametersByPath(JsonNode input) {
        String path = input.path("Path").asText();
        String folder = path.endsWith("/") ? path : path + "/";
        boolean recursive = input.path("Recursive").asBoolean();
        ObjectNode response = object();
        ArrayNode found = response.putArray("Parameters");
        parameters.forEach(
                (name, parameter) -> {
                    boolean inFolder = name.startsWith(folder);
                    if (inFolder && (recursive || name.indexOf('/', folder.length()) < 0)) {
                        found.add(json(name, parameter));
                    }
                });
        return response;
    }

    private ObjectNode putParameter(JsonNode input) throws SsmError {
        String name = input.path("Name").asText();
        Parameter before = parameters.get(name);
        if (before != null && !input.path("Overwrite").asBoolean()) {
            throw new SsmError("ParameterAlreadyExists", "The parameter already exists.");
        }
        int version = before == null ? 1 : before.version() + 1;
        String type = input.path("Type").asText("String");
        parameters.put(
                name, new Parameter(input.path("Value").asText(), type, version, Instant.now()));
        return object().put("Version", version).put("Tier", "Standard");
    }

    private ObjectNode deleteParameter(JsonNode input) throws SsmError {
        String name = input.path("Name").asText();
        if (parameters.remove(name) == null) {
            throw notFound(name);
        }
        return object();
    }

    /// A selector, such as a staging label, is not part of the name.
    private static ObjectNode json(String nameAndSelector, Parameter parameter) {
        int colon = nameAndSelector.indexOf(':');
        String name = colon < 0 ? nameAndSelector : nameAndSelector.substring(0, colon);
        ObjectNode json = object();
        if (colon >= 0) {
            json.put("Selector", nameAndSelector.substring(colon));
        }
        return json.put("Name", name)
                .put("Type", parameter.type())
                .put("Value", parameter.value())
                .put("Version", parameter.version())
                .put("DataType", "text")
                .put("LastModifiedDate", parameter.modified().toEpochMilli() / 1000.0)
                .put("ARN", "arn:aws:ssm:us-east-1:000000000000:parameter" + name);
    }

    private static SsmError notFound(String name) {
        return new SsmError("ParameterNotFound", "Parameter " + name + " not found.");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Answer error(String type, String message) {
        ObjectNode body = object().put("__type", type).put("message", message);
        return Answer.of(400, "application/x-amz-json-1.1", body.toString());
    }
}
