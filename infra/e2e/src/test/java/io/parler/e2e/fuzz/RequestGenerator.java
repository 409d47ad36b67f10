package io.parler.e2e.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Generates requests from the operations of the API: valid ones, valid ones with something
/// changed, and hostile ones. The same seed makes the same requests.
final class RequestGenerator {
    private final List<ApiOperation> operations;
    private final List<String> pages;

    /// Uses these pages wherever a request has an address.
    RequestGenerator(List<ApiOperation> operations, List<String> pages) {
        this.operations = operations;
        this.pages = pages;
    }

    FuzzRequest request(Random random) {
        return random.nextInt(20) == 0 ? withoutOperation(random) : ofOperation(random);
    }

    /// A path that no operation has, or a method that its path doesn't take.
    private FuzzRequest withoutOperation(Random random) {
        String method = List.of("GET", "POST", "PUT", "DELETE", "PATCH").get(random.nextInt(5));
        String path =
                switch (random.nextInt(4)) {
                    case 0 -> "/v1/" + encoded(HostileValues.string(random));
                    case 1 -> "/v1/conversions/" + encoded(HostileValues.string(random)) + "/x";
                    case 2 -> "/v1/voices/%/sample";
                    default -> any(operations, random).path().replaceAll("[{}]", "");
                };
        Optional<ApiOperation> operation =
                operations.stream()
                        .filter(each -> each.method().equals(method))
                        .filter(each -> each.path().replaceAll("[{}]", "").equals(path))
                        .findFirst();
        return new FuzzRequest(method, path, Map.of(), Optional.empty(), operation);
    }

    private FuzzRequest ofOperation(Random random) {
        ApiOperation operation = any(operations, random);
        int wildness = random.nextInt(3);
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            boolean sent = parameter.required() ? random.nextInt(30) > 0 : random.nextBoolean();
            boolean hostile = wildness > 0 && random.nextInt(3) > 0;
            String value = hostile ? HostileValues.string(random) : valid(parameter, random);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", segment(value));
                case "query" -> {
                    if (sent) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(parameter.name())
                                .append('=')
                                .append(encoded(value));
                    }
                }
                default -> {
                    if (sent) {
                        headers.put(parameter.name(), printable(value));
                    }
                }
            }
        }
        Optional<byte[]> body = Optional.empty();
        if (operation.takesBody()) {
            body = Optional.of(body(operation, wildness, random));
            headers.put("Content-Type", "application/json");
        }
        if (random.nextInt(10) == 0) {
            headers.put("X-Correlation-Id", printable(HostileValues.string(random)));
        }
        return new FuzzRequest(
                operation.method(), path + query, headers, body, Optional.of(operation));
    }

    /// A path that ends in a dot segment, or is empty, is another path.
    private static String segment(String value) {
        String encoded = encoded(value).replace("+", "%20");
        return encoded.isEmpty() || encoded.equals(".") || encoded.equals("..") ? "x" : encoded;
    }

    private String valid(ApiOperation.Parameter parameter, Random random) {
        return switch (parameter.name()) {
            case "url", "feedUrl" -> any(pages, random);
            case "limit" -> Integer.toString(1 + random.nextInt(100));
            case "wait" -> "0";
            case "Cache-Control" -> "no-cache";
            case "Idempotency-Key" -> "key-" + random.nextInt(50);
            case "language" -> any(List.of("en", "en-GB", "ja", "de"), random);
            case "voice" -> "polly:Nobody:neural";
            case "id" -> "01900000-0000-7000-8000-0000000000" + (10 + random.nextInt(80));
            default -> "x" + random.nextInt(100);
        };
    }

    private byte[] body(ApiOperation operation, int wildness, Random random) {
        String valid =
                operation.path().endsWith("pronunciations")
                        ? "{\"rules\":[{\"text\":\"cron\",\"alias\":\"kron\"},"
                                + "{\"text\":\"SQS\",\"letters\":true,\"language\":\"en\"}]}"
                        : conversionRequest(operation, random);
        String changed =
                switch (wildness) {
                    case 0 -> valid;
                    case 1 -> withAnotherValue(valid, random);
                    default ->
                            random.nextBoolean()
                                    ? mutated(valid, random)
                                    : HostileValues.json(random);
                };
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    /// Accepted conversions cost time: most of them have a voice that doesn't exist.
    private String conversionRequest(ApiOperation operation, Random random) {
        List<String> fields = new ArrayList<>();
        fields.add(
                "\"source\":"
                        + switch (random.nextInt(3)) {
                            case 0 -> "{\"url\":" + JsonText.quoted(any(pages, random)) + "}";
                            case 1 ->
                                    "{\"feedUrl\":"
                                            + JsonText.quoted(any(pages, random))
                                            + ",\"postId\":\"p1\"}";
                            default ->
                                    "{\"title\":\"A title\",\"text\":"
                                            + JsonText.quoted(
                                                    "It is so. " + HostileValues.string(random))
                                            + "}";
                        });
        boolean accepted = operation.path().endsWith("conversions");
        if (random.nextBoolean() || (accepted && random.nextInt(10) > 0)) {
            fields.add("\"voice\":\"polly:Nobody:neural\"");
        }
        if (random.nextBoolean()) {
            fields.add(
                    "\"options\":{\"code\":\"read\",\"timing\":\"sentences\",\"note\":"
                            + JsonText.quoted(HostileValues.string(random))
                            + ",\"pronunciations\":[{\"text\":\"a\",\"alias\":"
                            + JsonText.quoted("x" + HostileValues.string(random))
                            + "}]}");
        }
        return "{" + String.join(",", fields) + "}";
    }

    /// Replaces one value of the JSON by a hostile one.
    private static String withAnotherValue(String json, Random random) {
        List<Integer> colons = new ArrayList<>();
        for (int at = json.indexOf("\":"); at >= 0; at = json.indexOf("\":", at + 1)) {
            colons.add(at + 2);
        }
        int from = any(colons, random);
        int to = from;
        int depth = 0;
        boolean quoted = false;
        for (; to < json.length(); to++) {
            char c = json.charAt(to);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']') && depth-- == 0) {
                break;
            } else if (!quoted && c == ',' && depth == 0) {
                break;
            }
        }
        return json.substring(0, from) + HostileValues.json(random) + json.substring(to);
    }

    /// Changes, removes or repeats a few characters.
    private static String mutated(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = 0; i <= random.nextInt(4) && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:\\0".charAt(random.nextInt(9)));
                case 2 -> text.setLength(at);
                default -> text.insert(at, HostileValues.string(random));
            }
        }
        return text.toString();
    }

    /// What a header may hold (RFC 9110, section 5.5).
    private static String printable(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "").strip();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
