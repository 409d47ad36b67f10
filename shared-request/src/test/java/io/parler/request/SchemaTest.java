package io.parler.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.http.Json;
import io.parler.problem.ProblemException;
import io.parler.testing.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema of the contract and the code accept the same bodies.
class SchemaTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> EXAMPLES =
            List.of(
                    Contract.body("conversion-request-url"),
                    Contract.body("conversion-request-feed-post"),
                    Contract.body("conversion-request-text"),
                    Contract.body("conversion-request-options"),
                    """
                    {"source": {"title": "t", "text": "a text", "language": "en-GB"}, "voice": "v",
                     "options": {"code": "read", "emoji": "announce", "timing": "words", "normalise": true, "pronunciations": [
                       {"text": "k8s", "alias": "Kubernetes", "language": "en", "caseSensitive": true},
                       {"text": "SQS", "letters": true, "wholeWord": false}]}}""");

    /// What each member of an example is replaced with.
    private static final List<JsonNode> VALUES =
            List.of(
                    JSON.textNode(""),
                    JSON.textNode(" "),
                    JSON.textNode("x"),
                    JSON.textNode("read"),
                    JSON.textNode("READ"),
                    JSON.textNode("words"),
                    JSON.textNode("en"),
                    JSON.textNode("en-"),
                    JSON.textNode("en-GB-oxendict"),
                    JSON.textNode("en" + "-abcdefgh".repeat(4)),
                    JSON.textNode("https://a.example/b"),
                    JSON.textNode("HTTPS://a.example"),
                    JSON.textNode("https://bücher.example/post"),
                    JSON.textNode("https://例え.example/投稿"),
                    JSON.textNode("https://a.example/b c"),
                    JSON.textNode("https://"),
                    JSON.textNode("https:///b"),
                    JSON.textNode("https://me@a.example/"),
                    JSON.textNode("ftp://a.example/"),
                    JSON.textNode("a.example"),
                    JSON.textNode("x".repeat(64)),
                    JSON.textNode("x".repeat(65)),
                    JSON.textNode("😀".repeat(100)),
                    JSON.textNode("x".repeat(101)),
                    JSON.textNode("x".repeat(200)),
                    JSON.textNode("x".repeat(201)),
                    JSON.textNode("😀".repeat(500)),
                    JSON.textNode("x".repeat(501)),
                    JSON.textNode("x".repeat(2_000)),
                    JSON.textNode("x".repeat(2_001)),
                    JSON.textNode("https://a.example/" + "x".repeat(2_030)),
                    JSON.textNode("https://a.example/" + "x".repeat(2_031)),
                    JSON.textNode("x".repeat(100_000)),
                    JSON.textNode("x".repeat(100_001)),
                    JSON.numberNode(0),
                    JSON.numberNode(1.5),
                    JSON.booleanNode(true),
                    JSON.booleanNode(false),
                    JSON.arrayNode(),
                    JSON.arrayNode().add("x"),
                    JSON.arrayNode().add(JSON.objectNode().put("text", "a").put("alias", "b")),
                    rules(500),
                    rules(501),
                    JSON.objectNode(),
                    JSON.objectNode().put("url", "https://a.example/"));

    private static ArrayNode rules(int count) {
        ArrayNode rules = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            rules.addObject().put("text", "a").put("letters", true);
        }
        return rules;
    }

    /// What is added to each object of an example.
    private static final Map<String, JsonNode> MEMBERS =
            Map.of(
                    "url", JSON.textNode("https://a.example/"),
                    "feedUrl", JSON.textNode("https://a.example/"),
                    "postId", JSON.textNode("1"),
                    "title", JSON.textNode("t"),
                    "text", JSON.textNode("text"),
                    "language", JSON.textNode("en"),
                    "alias", JSON.textNode("a"),
                    "letters", JSON.booleanNode(false),
                    "unknown", JSON.textNode("new"));

    static Stream<String> examples() {
        return EXAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleAndEveryMutationOfItAreJudgedAlike(String example) throws JacksonException {
        assertThat(isValid(example)).isTrue();
        List<String> disagreements = new ArrayList<>();
        int[] judged = {0, 0};
        mutate(
                Json.tree(example),
                mutant -> {
                    boolean bySchema = Contract.errors("rest/conversion-request", mutant).isEmpty();
                    boolean byCode = isValid(mutant);
                    judged[byCode ? 1 : 0]++;
                    if (bySchema != byCode) {
                        disagreements.add(
                                (byCode ? "only the code accepts " : "only the schema accepts ")
                                        + mutant.substring(0, Math.min(300, mutant.length())));
                    }
                });
        assertThat(disagreements).isEmpty();
        assertThat(judged[0]).isGreaterThan(40);
        assertThat(judged[1]).isGreaterThan(5);
    }

    /// More than the schema says, so that pasted addresses and empty form fields are accepted.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\": {\"url\": \" https://a.example/ \"}}",
                "{\"source\": {\"url\": \"https://a.example/\", \"title\": null}, \"voice\": null}"
            })
    void theCodeAlsoAcceptsBlanksAroundAnAddressAndNullForAbsent(String body) {
        assertThat(isValid(body)).isTrue();
    }

    @Test
    void aMutantIsJudged() {
        assertThat(isValid("{\"source\": {\"url\": \"nowhere\"}}")).isFalse();
    }

    private static boolean isValid(String json) {
        try {
            ConversionRequest request =
                    ConversionRequest.of(Json.read(json, ConversionRequestBody.class));
            return request.options() != null;
        } catch (JacksonException | ProblemException e) {
            return false;
        }
    }

    /// Replaces, removes and adds members, one at a time.
    private static void mutate(JsonNode root, Consumer<String> judge) {
        mutate(root, root, judge);
    }

    private static void mutate(JsonNode root, JsonNode node, Consumer<String> judge) {
        switch (node) {
            case ObjectNode object -> mutate(root, object, judge);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode item = array.get(i);
                    for (JsonNode value : VALUES) {
                        array.set(i, value);
                        judge.accept(root.toString());
                    }
                    array.set(i, item);
                    mutate(root, item, judge);
                }
            }
            default -> {}
        }
    }

    private static void mutate(JsonNode root, ObjectNode object, Consumer<String> judge) {
        for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
            String name = member.getKey();
            JsonNode before = member.getValue();
            for (JsonNode value : VALUES) {
                object.set(name, value);
                judge.accept(root.toString());
            }
            object.remove(name);
            judge.accept(root.toString());
            object.set(name, before);
            mutate(root, before, judge);
        }
        MEMBERS.forEach(
                (name, value) -> {
                    if (!object.has(name)) {
                        object.set(name, value);
                        judge.accept(root.toString());
                        object.remove(name);
                    }
                });
    }
}
